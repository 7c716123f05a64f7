// Articles as they are read back from a store.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "solieu/status.h"
#include "store/database.h"

namespace solieu {

// Empty strings stand for NULL.
struct StoredFigure {
  std::string id, kind, value, min_value, max_value, of_value, unit, modifier, quote, sentence,
      counted, status, period, unit_org, place, programme, confidence, rule;
  uint32_t begin = 0;  // code points of the text
  uint32_t end = 0;
};

struct StoredArticle {
  std::string id, uri, url, title, byline, site, published, text;
  std::string solieu;                 // version that wrote it
  std::vector<StoredFigure> figures;  // by their place in the text
};

// Reads the articles of a store that have figures, one after the other.
class StoredArticles {
 public:
  static Result<StoredArticles> open(const Database& store);
  // Fills `article`; false at the end.
  Result<bool> next(StoredArticle& article);

 private:
  Statement articles_;
  Statement figures_;
};

// Finds code points of a text quickly.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);
  // The code points from `begin` up to `end`, as many as there are.
  std::string_view slice(size_t begin, size_t end) const;

 private:
  std::string_view text_;
  std::vector<uint32_t> starts_;  // byte of each code point, and the size at the end
};

}  // namespace solieu
