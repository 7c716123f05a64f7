#include "page/page.h"

#include "page/article.h"
#include "page/attributes.h"
#include "page/authors.h"
#include "page/content.h"
#include "page/title.h"
#include "text/cleaning.h"

namespace solieu {
namespace {

constexpr size_t kHeadBytes = 4096;  // where a page declares its encoding

// <meta charset=…> and <meta content="text/html; charset=…">.
std::string declared_encoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kHeadBytes);
  size_t at = head.find("charset");
  if (at == std::string_view::npos) at = head.find("CHARSET");
  if (at == std::string_view::npos) return {};
  at = head.find_first_not_of(" =\"'", at + 7);
  if (at == std::string_view::npos) return {};
  return std::string(head.substr(at, head.find_first_of(" \"'>;/", at) - at));
}

// Days that stand in lines of their own between title and body, or below it.
void add_date_lines(const PageLines& page, const Content& content, PageMetadata& metadata) {
  constexpr uint32_t kLongest = 160;  // bytes
  for (uint32_t i = 0; i < content.fates.size(); ++i) {
    const FlowLine& line = page.flow.lines[i];
    const bool kept = content.fates[i] == Fate::kDate || content.fates[i] == Fate::kByline ||
                      content.fates[i] == Fate::kScrap;
    const bool marked = has(line.parts, Part::kDate) && line.bytes > 0;
    if ((!kept && !marked) || line.bytes > kLongest) continue;
    if (content.title == UINT32_MAX && !marked && i > content.body.end) continue;
    std::string date = page.lines[i].date >= 0
                           ? page.dates[static_cast<size_t>(page.lines[i].date)].iso
                           : find_date(page.text, line.span);
    add_candidate(metadata.published, std::move(date),
                  "line \"" + std::string(line.span.of(page.text)) + "\"",
                  kDateLineRank - (marked ? 1 : 0));
  }
}

std::string first_of(const std::vector<Candidate>& candidates) {
  return candidates.empty() ? std::string() : candidates.front().value;
}

class PageReader {
 public:
  PageReader(const Document& document, const SiteHints& hints, const LayoutCues& cues)
      : document_(document), hints_(hints), cues_(cues) {}

  Page read(bool tell_left_out) {
    const std::string declared = declared_encoding(document_.bytes);
    Cleaning cleaning(document_.bytes, {.encoding = document_.encoding, .declared = declared});
    cleaning.decode();
    const std::string page(cleaning.text());
    const Markup markup = cut_markup(page);
    const std::vector<Node> tree = build_tree(markup);
    Flow flow;
    cleaning.run([&](std::string_view text, Rewriter& out) {
      flow = flow_text(text, markup, tree, hints_, out);
    });
    cleaning.repair();
    place_lines(cleaning.text(), flow);

    out_.candidates = read_metadata(page, markup);
    std::vector<Span> spans;
    spans.reserve(flow.lines.size());
    for (const FlowLine& line : flow.lines) spans.push_back(line.span);
    const Lines lines = read_each(cleaning.text(), spans, cues_);
    const PageLines page_lines{page, cleaning.text(), markup,      tree,
                               flow, lines.lines,     lines.dates, out_.candidates};
    const Content content = find_content(page_lines);
    if (tell_left_out) tell(page_lines, content, cleaning);
    fill(page_lines, content);
    ArticleWriter article(page_lines, content);
    cleaning.run([&](std::string_view text, Rewriter& out) { article.write(text, out); });
    out_.layout = article.layout();
    out_.clean = std::move(cleaning).finish();
    return std::move(out_);
  }

 private:
  void fill(const PageLines& page, const Content& content) {
    if (!content.article) out_.status = ArticleStatus::kNoArticle;
    PageMetadata& candidates = out_.candidates;
    for (uint32_t i = content.title_lines.begin; i < content.title_lines.end; ++i) {
      const FlowLine& line = page.flow.lines[i];
      out_.title += (out_.title.empty() ? "" : " ") + std::string(line.span.of(page.text));
    }
    if (!out_.title.empty()) add_candidate(candidates.titles, out_.title, "heading", 0);
    for (const FlowLine& line : page.flow.lines) {
      if (!line.page_title) continue;
      add_candidate(candidates.titles, std::string(without_site(line.span.of(page.text))), "title",
                    kTitleTagRank);
      break;
    }
    add_date_lines(page, content, candidates);
    out_.title = first_of(candidates.titles);
    out_.site = first_of(candidates.sites);
    out_.url = first_of(candidates.urls);
    if (!content.article) return;
    add_authors(page, content, candidates);
    out_.byline = first_of(candidates.bylines);
    out_.published = first_of(candidates.published);
    out_.modified = first_of(candidates.modified);
  }

  void tell(const PageLines& page, const Content& content, const Cleaning& cleaning) {
    for (uint32_t i = 0; i < content.fates.size(); ++i) {
      const Fate fate = content.fates[i];
      const Span span = page.flow.lines[i].span;
      if (span.empty() || (content.article && (fate == Fate::kKept || fate == Fate::kTitle))) {
        continue;
      }
      out_.left_out.push_back(
          {name_of(fate), std::string(span.of(page.text)), cleaning.to_source(span)});
    }
  }

  const Document& document_;
  const SiteHints& hints_;
  const LayoutCues& cues_;
  Page out_;
};

}  // namespace

Page read_page(const Document& document, const SiteHints& hints, const LayoutCues& cues,
               bool tell_left_out) {
  return PageReader(document, hints, cues).read(tell_left_out);
}

}  // namespace solieu
