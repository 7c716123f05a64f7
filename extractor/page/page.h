// An article taken out of its document: the model of pages and of plain text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/metadata.h"
#include "page/site_hints.h"
#include "segment/layout.h"
#include "solieu/document.h"
#include "solieu/record.h"
#include "text/clean_text.h"

namespace solieu {

class LayoutCues;

// A line of the page that is not in the article, and why.
struct LeftOut {
  std::string_view reason;
  std::string text;
  Span source;  // bytes of the source
};

struct Page {
  CleanText clean;  // the article's text; its offsets are those of the document's bytes
  Layout layout;
  std::string title;
  std::string byline;
  std::string site;
  std::string url;
  std::string published;  // ISO 8601
  std::string modified;
  ArticleStatus status = ArticleStatus::kOk;  // kNoArticle: the text is empty
  PageMetadata candidates;
  std::vector<LeftOut> left_out;  // only when asked for
};

// Decodes the page, finds its article and takes it out. Never fails: a page without an article has
// an empty text. `document` must outlive the result. Linear; thread-safe.
Page read_page(const Document& document, const SiteHints& hints, const LayoutCues& cues,
               bool tell_left_out = false);

}  // namespace solieu
