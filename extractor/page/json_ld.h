// schema.org data in <script type="application/ld+json">.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace solieu {

struct LinkedData {
  std::vector<std::string> headlines;
  std::vector<std::string> published;
  std::vector<std::string> modified;
  std::vector<std::string> authors;  // names, those of one article joined with ", "
  std::vector<std::string> publishers;
  std::vector<std::string> urls;
  bool article = false;
};

// Reads objects, lists and graphs; text that was escaped for HTML, wrapped in comments or spoilt by
// line ends in strings is mended. Of what is no JSON all the same only the dates and the headline
// are taken. Never fails.
LinkedData read_json_ld(std::string_view script);

}  // namespace solieu
