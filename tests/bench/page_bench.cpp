// Prints how fast articles are taken out of pages, as a ratio to a bare libxml2 DOM parse of the
// same pages in the same run; fails when the ratio is above what is given.
//   page_bench [--seconds S] [--at-most RATIO] FOLDER...    (default: corpus/pages)
// CPU time of this process; both take turns, the best of their turns counts.
#include <libxml/HTMLparser.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <limits>

#include "page/page.h"
#include "segment/cues.h"
#include "source/inputs.h"

namespace {

using namespace solieu;

template <class Work>
double cpu_seconds(const Work& work) {
  const std::clock_t begin = std::clock();
  work();
  return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

size_t dom_pass(const std::vector<Document>& pages) {
  size_t sum = 0;
  for (const Document& page : pages) {
    xmlDoc* doc = htmlReadMemory(
        page.bytes.data(), static_cast<int>(page.bytes.size()), nullptr, "UTF-8",
        HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
    sum += doc != nullptr;
    xmlFreeDoc(doc);
  }
  return sum;
}

size_t page_pass(const std::vector<Document>& pages, const SiteHints& hints,
                 const LayoutCues& cues) {
  size_t sum = 0;
  for (const Document& page : pages) sum += read_page(page, hints, cues).clean.text().size();
  return sum;
}

int run(const std::vector<std::string>& arguments) {
  double seconds = 5;
  double at_most = std::numeric_limits<double>::infinity();
  std::vector<std::string> folders;
  for (size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--seconds" && i + 1 < arguments.size()) {
      seconds = std::stod(arguments[++i]);
    } else if (arguments[i] == "--at-most" && i + 1 < arguments.size()) {
      at_most = std::stod(arguments[++i]);
    } else {
      folders.push_back(arguments[i]);
    }
  }
  if (folders.empty()) folders.emplace_back(SOLIEU_SOURCE_DIR "/corpus/pages");
  const auto cues = LayoutCues::load({SOLIEU_SOURCE_DIR "/rules/layout.tsv"});
  SiteHints hints;
  for (const char* name : {"systems.tsv", "names.tsv"}) {
    const auto text = read_file(std::string(SOLIEU_SOURCE_DIR "/rules/sites/") + name);
    if (!text) return 3;
    auto table = TsvReader::begin(*text, name);
    if (!table || !hints.add(*table)) return 3;
  }
  Inputs source(folders, "", {});
  std::vector<Document> pages;
  size_t bytes = 0;
  while (auto article = source.next()) {
    if (!*article || (*article)->document.media_type != "text/html") continue;
    bytes += (*article)->document.bytes.size();
    pages.push_back(std::move((*article)->document));
  }
  if (!cues || pages.empty()) {
    std::fprintf(stderr, "no pages\n");
    return 2;
  }
  double dom = std::numeric_limits<double>::infinity();
  double page = dom;
  size_t sum = 0;
  for (double spent = 0; spent < seconds;) {
    const double d = cpu_seconds([&] { sum += dom_pass(pages); });
    const double p = cpu_seconds([&] { sum += page_pass(pages, hints, *cues); });
    dom = std::min(dom, d), page = std::min(page, p);
    spent += d + p;
  }
  const double megabytes = static_cast<double>(bytes) / 1e6;
  std::printf("pages     %zu, %.2f MB, checksum %zu\n", pages.size(), megabytes, sum % 1000);
  std::printf("dom       %.1f MB/s\n", megabytes / dom);
  std::printf("articles  %.1f MB/s, %.0f pages/s\n", megabytes / page,
              static_cast<double>(pages.size()) / page);
  std::printf("ratio     %.2f\n", page / dom);
  return page / dom <= at_most ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) { return run({argv + 1, argv + argc}); }
