#include "page/page.h"

#include <algorithm>

#include "page/article.h"
#include "page/attributes.h"
#include "page/authors.h"
#include "page/content.h"
#include "page/title.h"
#include "segment/date_line.h"
#include "text/capitals.h"
#include "text/cleaning.h"
#include "text/utf8.h"

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

// The elements around both lines begin so near above the first one that it belongs to the other: a
// site's clock stands in a box of its own, with a menu between.
bool stands_on(const PageLines& page, uint32_t line, uint32_t title, uint32_t near) {
  constexpr uint32_t kFarthest = 64;  // empty lines included
  if (line >= title || title - line > kFarthest) return false;
  uint32_t between = 0;
  for (uint32_t i = line + 1; i < title; ++i) between += page.flow.lines[i].bytes > 0;
  uint32_t node = page.flow.lines[line].node;
  while (node != 0 && page.flow.of_node[node].end <= title) node = page.tree[node].parent;
  return 3 * between <= near && node != 0 && page.flow.of_node[node].begin + near >= line;
}

// Days that stand in lines of their own next above the title, between it and the body, or below.
void add_date_lines(const PageLines& page, const Content& content, PageMetadata& metadata) {
  constexpr uint32_t kLongest = 160;               // bytes
  constexpr uint32_t kNear = 3, kMarkedNear = 12;  // lines
  for (uint32_t i = 0; i < content.fates.size(); ++i) {
    const FlowLine& line = page.flow.lines[i];
    if (line.bytes == 0 || line.bytes > kLongest) continue;
    const Fate fate = content.fates[i];
    const bool told = fate == Fate::kDate || fate == Fate::kByline || fate == Fate::kScrap;
    const bool marked = has(line.parts, Part::kDate);
    const bool above = content.title != UINT32_MAX &&
                       stands_on(page, i, content.title, marked ? kMarkedNear : kNear);
    const bool below = marked && (content.title == UINT32_MAX || i > content.title);
    if (!told && !below && !above) continue;
    std::string date = page.lines[i].date >= 0
                           ? page.dates[static_cast<size_t>(page.lines[i].date)].iso
                           : find_date(page.text, line.span);
    add_candidate(metadata.published, std::move(date),
                  "line \"" + std::string(line.span.of(page.text)) + "\"",
                  kDateLineRank + (above    ? 1
                                   : marked ? -1
                                            : 0));
  }
}

// <time> and marks of schema.org within the article or next above its title.
void add_marked_dates(const PageLines& page, const Content& content, PageMetadata& metadata) {
  constexpr uint32_t kAboveTitle = 3;  // lines
  uint32_t first = content.title == UINT32_MAX ? content.body.begin : content.title;
  first -= std::min(first, kAboveTitle);
  for (uint32_t i = 1; i < page.tree.size(); ++i) {
    const Node& node = page.tree[i];
    if (node.tag == Node::kNoTag || node.element == Element::kText) continue;
    const Tag& tag = page.markup.tags[node.tag];
    const uint32_t line = page.flow.of_node[i].begin;
    if (line < first || line >= content.body.end) continue;
    if (content.fates[line] == Fate::kMarkedAside || content.fates[line] == Fate::kBelowEnd)
      continue;
    if (tag.element == Element::kTime ||
        tag.attributes.of(page.page).find("itemprop") != std::string_view::npos) {
      read_marked_date(tag, page.page, metadata);
    }
  }
}

// "Khai mạc đại hội ( )": a date that the page's template did not get.
void drop_empty_brackets(std::string& title) {
  if (!title.ends_with(')')) return;
  const size_t open = title.rfind('(');
  if (open == std::string::npos || open == 0) return;
  if (title.find_first_not_of(' ', open + 1) != title.size() - 1) return;
  title.resize(title.find_last_not_of(' ', open - 1) + 1);
}

// Where the page sets capitals by its font alone, in bytes of the source.
std::vector<Span> capitals_by_font(const Markup& markup, const Cleaning& cleaning) {
  std::vector<Span> spans;
  for (const TextRun& run : markup.runs) {
    if (run.capitals) spans.push_back(cleaning.to_source(run.span));
  }
  return spans;
}

// `spans` ascend and count bytes of the source.
void capitalise_in(const std::vector<Span>& spans, const Cleaning& cleaning, Rewriter& out) {
  const std::string_view text = cleaning.text();
  auto span = spans.begin();
  for (size_t i = 0; i < text.size();) {
    const auto at = static_cast<uint32_t>(i);
    next_code_point(text, i);
    const Span letter{at, static_cast<uint32_t>(i)};
    const Span source = cleaning.to_source(letter);
    while (span != spans.end() && span->end <= source.begin) ++span;
    if (span == spans.end()) return;
    if (span->begin <= source.begin) capitalise(text, letter, out);
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
    const std::string declared = document_.declared_encoding.empty()
                                     ? declared_encoding(document_.bytes)
                                     : document_.declared_encoding;
    Cleaning cleaning(document_.bytes, {.encoding = document_.encoding, .declared = declared});
    cleaning.decode();
    const std::string page(cleaning.text());
    const Markup markup = cut_markup(page);
    const std::vector<Span> capitals = capitals_by_font(markup, cleaning);
    const std::vector<Node> tree = build_tree(markup);
    Flow flow;
    cleaning.run([&](std::string_view text, Rewriter& out) {
      flow = flow_text(text, markup, tree, hints_, out);
    });
    cleaning.repair();
    // Small letters of Unicode in such a font are a forgotten name of a font, not capitals.
    if (!capitals.empty() && cleaning.repaired(Repair::kTcvn3)) {
      cleaning.run(
          [&](std::string_view, Rewriter& out) { capitalise_in(capitals, cleaning, out); });
    }
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
    PageMetadata& candidates = out_.candidates;
    // An article of nothing but a picture or a film is empty; other pages without a text are none.
    const bool named = content.article || (candidates.article && !candidates.published.empty());
    if (!content.article) {
      out_.status = named ? ArticleStatus::kEmpty : ArticleStatus::kNoArticle;
    }
    for (uint32_t i = content.title_lines.begin; i < content.title_lines.end; ++i) {
      const FlowLine& line = page.flow.lines[i];
      out_.title += (out_.title.empty() ? "" : " ") + std::string(line.span.of(page.text));
    }
    drop_empty_brackets(out_.title);
    if (!out_.title.empty()) add_candidate(candidates.titles, out_.title, "heading", 0);
    for (const FlowLine& line : page.flow.lines) {
      if (!line.page_title) continue;
      add_candidate(candidates.titles, std::string(without_site(line.span.of(page.text))), "title",
                    kTitleTagRank);
      break;
    }
    add_date_lines(page, content, candidates);
    if (content.article) add_marked_dates(page, content, candidates);
    out_.title = first_of(candidates.titles);
    out_.site = first_of(candidates.sites);
    out_.url = first_of(candidates.urls);
    if (!named) return;
    add_authors(page, content, cues_, candidates);
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
