// What a page says of itself: title, dates, author, site and address, in tags and in JSON-LD.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/markup.h"

namespace solieu {

// One answer to one question, and where it was found ("meta article:published_time").
struct Candidate {
  std::string value;
  std::string from;
  int rank = 0;  // the lower the better
};

// Candidates of a field stand best first; among equals the first of the page.
struct PageMetadata {
  std::vector<Candidate> titles;
  std::vector<Candidate> published;  // ISO 8601, times in the zone +07:00
  std::vector<Candidate> modified;
  std::vector<Candidate> bylines;
  std::vector<Candidate> sites;
  std::vector<Candidate> urls;
  bool article = false;  // calls itself an article
  bool website = false;  // calls itself a web site
};

void add_candidate(std::vector<Candidate>& to, std::string value, std::string_view from, int rank);

// Reads <meta>, <link> and JSON-LD (lists, graphs, escaped twice, or broken). Ranks of dates are
// what was measured: published_time, itemprop and JSON-LD, <time pubdate>, the date line
// (kDateLineRank, added by the caller), the address, the first <time>.
PageMetadata read_metadata(std::string_view page, const Markup& markup);
inline constexpr int kDateLineRank = 50;
inline constexpr int kAddressRank = 60;
inline constexpr int kTimeRank = 70;
inline constexpr int kTitleTagRank = 50;

// Adds what a <time> or an attribute of schema.org says: worth reading only near the article, since
// other stories have dates too.
void read_marked_date(const Tag& tag, std::string_view page, PageMetadata& metadata);

// A date as machines write it, in ISO 8601; the day comes before the month, a time without a zone
// is in +07:00. Empty: it is none, or none that a page can have.
std::string machine_date(std::string_view text);

// The day that an address names: /2023/12/28/, /20231228/ or -20231228; empty: none.
std::string date_of_address(std::string_view url);

// Without what an archive puts before it, with a scheme; empty: no address of a page.
std::string plain_address(std::string_view url);

// Whether an address is that of a site as a whole: no path, or index, default, home, trang-chu.
bool is_front_page(std::string_view url);

// "baotanlap.vn" of "https://www.baotanlap.vn/a.html".
std::string_view host_of(std::string_view url);

}  // namespace solieu
