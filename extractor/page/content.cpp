#include "page/content.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>

#include "page/title.h"
#include "segment/characters.h"
#include "segment/date_line.h"

namespace solieu {
namespace {

constexpr uint32_t kNone = UINT32_MAX;

// In bytes of UTF-8, of which a Vietnamese letter takes 1.4.
constexpr uint32_t kLongLine = 130;  // running text, whatever its end
constexpr uint32_t kSentence = 45;   // the same when it ends as a sentence
constexpr uint32_t kHeadline = 28;   // the shortest link that is a headline
constexpr uint32_t kTeaser = 500;    // the longest lead below such a link
constexpr uint32_t kSmallestArticle = 160;
constexpr uint32_t kUntitledArticle = 400;
constexpr uint32_t kEnoughAboveEnd = 400;  // of body above a heading that ends articles
constexpr uint32_t kRepeat = 60;           // the shortest line whose repetition is dropped
constexpr uint32_t kDateLine = 160;        // the longest line around a date
constexpr uint32_t kMetaLine = 70;         // the same within the body's element
constexpr uint32_t kLeadAbove = 40;        // lines between a lead and the body
constexpr size_t kScrapsAbove = 12;

class ContentFinder {
 public:
  explicit ContentFinder(const PageLines& page)
      : page_(page), lines_(page.flow.lines), count_(static_cast<uint32_t>(lines_.size())) {
    out_.fates.assign(count_, Fate::kOutside);
    aside_.assign(page.tree.size(), 0);
  }

  Content find() {
    classify();
    // The text tells where to look for the title, and the title what stands above the text.
    choose();
    out_.title_lines = find_title(page_, first_prose(out_.body));
    out_.title = out_.title_lines.size() > 0 ? out_.title_lines.begin : kNone;
    if (out_.title != kNone) choose();
    if (out_.node != 0) keep_lines();
    judge();
    return std::move(out_);
  }

 private:
  bool linky(uint32_t i) const { return 2 * lines_[i].link_bytes > lines_[i].bytes; }
  bool is_chrome(uint32_t i) const {
    switch (page_.lines[i].kind) {
      case LineKind::kChrome:
      case LineKind::kEnd:
      case LineKind::kRelated:
      case LineKind::kMenu:
      case LineKind::kDate:
        return true;
      default:
        return false;
    }
  }
  bool prose(uint32_t i) const { return prose_[i]; }
  bool aside(uint32_t i) const { return aside_[lines_[i].node] != 0 || lines_[i].drop != 0; }

  void classify() {
    prose_.assign(count_, false);
    sum_.assign(count_ + 1, 0);
    for (uint32_t i = 0; i < count_; ++i) {
      const FlowLine& line = lines_[i];
      const bool stop = page_.lines[i].full_stop;
      prose_[i] = !line.page_title && !linky(i) && !is_chrome(i) &&
                  (line.bytes >= kLongLine || (stop && line.bytes >= kSentence));
      sum_[i + 1] = sum_[i] + (prose_[i] ? line.bytes : 0);
    }
  }
  uint32_t prose_in(LineRange range) const { return sum_[range.end] - sum_[range.begin]; }

  void choose() {
    mark_aside();
    weigh();
    choose_node();
  }

  uint32_t first_prose(LineRange range) const {
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (prose(i) && !aside(i)) return i;
    }
    return count_;
  }

  // Names may lie: what holds the title or most of the text is not dropped.
  void mark_aside() {
    const uint32_t all = sum_[count_];
    std::ranges::fill(aside_, 0);
    for (uint32_t i = 1; i < page_.tree.size(); ++i) {
      const Node& node = page_.tree[i];
      if (is_inline(node.element)) continue;
      aside_[i] = aside_[node.parent];
      if (aside_[i] != 0) continue;
      const PartSet parts = page_.flow.parts[i];
      if ((parts & (Part::kDrop | Part::kMaybeDrop)) == 0 || has(parts, Part::kBody)) continue;
      const LineRange range = page_.flow.of_node[i];
      const bool holds_title =
          out_.title != kNone && range.begin <= out_.title && out_.title < range.end;
      const uint32_t inside = prose_in(range);
      const bool most = has(parts, Part::kDrop) ? 10 * inside > 9 * all : 2 * inside > all;
      if (!holds_title && !(most && inside > kSmallestArticle)) aside_[i] = i;
    }
  }

  // A headline that is a link, then a sentence or two, then the next link.
  bool is_teaser(uint32_t i) const {
    if (lines_[i].bytes > kTeaser || i == 0) return false;
    uint32_t above = i - 1;
    while (above > 0 && (page_.lines[above].kind == LineKind::kDate || lines_[above].bytes == 0)) {
      --above;
    }
    if (!linky(above) || lines_[above].bytes < kHeadline) return false;
    uint32_t below = i + 1;
    while (below < count_ &&
           (page_.lines[below].kind == LineKind::kDate || lines_[below].bytes == 0)) {
      ++below;
    }
    return below >= count_ || linky(below) || !prose(below);
  }

  void weigh() {
    weight_.assign(count_ + 1, 0);
    const bool title_above_text =
        out_.title != kNone && 10 * (sum_[count_] - sum_[out_.title]) > 3 * sum_[count_];
    for (uint32_t i = 0; i < count_; ++i) {
      const FlowLine& line = lines_[i];
      double w = 0;
      if (line.bytes == 0 || line.page_title || aside(i)) {
        w = 0;
      } else if (linky(i)) {
        w = -0.5 * line.bytes - 5;
      } else if (prose(i)) {
        w = is_teaser(i) ? -0.5 * line.bytes : line.bytes;
        if (w > 0 && title_above_text && i < out_.title) w = 0;
      } else {
        w = -3;
      }
      weight_[i + 1] = weight_[i] + w;
    }
  }

  void choose_node() {
    double best = 0;
    out_.node = 0;
    for (uint32_t i = 0; i < page_.tree.size(); ++i) {
      const Node& node = page_.tree[i];
      if (is_inline(node.element) || node.element == Element::kRow || aside_[i] != 0) continue;
      const LineRange range = page_.flow.of_node[i];
      if (range.size() == 0) continue;
      double w = weight_[range.end] - weight_[range.begin];
      if (w > 0 && has(page_.flow.parts[i], Part::kBody)) w = 1.3 * w + std::min(200.0, 0.3 * w);
      if (w > 0 && w >= best) {
        best = w;
        out_.node = i;
      }
    }
    // A lone paragraph stands for what surrounds it.
    while (out_.node != 0 && !has(page_.flow.parts[out_.node], Part::kBody)) {
      const Element e = page_.tree[out_.node].element;
      if (e != Element::kParagraph && !is_heading(e) && e != Element::kItem) break;
      out_.node = page_.tree[out_.node].parent;
    }
    out_.body = page_.flow.of_node[out_.node];
  }

  void keep_lines() {
    const uint32_t title_end = out_.title == kNone ? 0 : out_.title_lines.end;
    // Between the title and the body stand lead, date and byline.
    uint32_t from = out_.body.begin;
    if (out_.title != kNone && title_end <= out_.body.begin) from = title_end;
    if (out_.title != kNone && out_.body.begin < title_end && title_end < out_.body.end) {
      for (uint32_t i = out_.body.begin; i < out_.title; ++i) out_.fates[i] = Fate::kAboveTitle;
      from = title_end;
    }
    if (out_.title == kNone) from = lead_above(from);
    for (uint32_t i = from; i < out_.body.end; ++i) {
      out_.fates[i] = first_fate(i);
      if (i < out_.body.begin && out_.fates[i] == Fate::kKept && !belongs_to_head(i)) {
        out_.fates[i] = names_a_day(i) ? Fate::kDate : Fate::kOutside;
      }
    }
    for (uint32_t i = out_.title_lines.begin; i < out_.title_lines.end; ++i) {
      if (out_.title != kNone) out_.fates[i] = Fate::kTitle;
    }
    first_ = from;
    cut_below_end();
    drop_related();
    drop_repeats();
    trim_head();
    trim_tail();
  }

  // A lead that is marked as one may stand above the body without a title between.
  uint32_t lead_above(uint32_t body) const {
    for (uint32_t i = body; i-- > 0 && body - i <= kScrapsAbove;) {
      if (has(lines_[i].parts, Part::kLead) && !aside(i)) return i;
    }
    return body;
  }

  Fate first_fate(uint32_t i) const {
    const FlowLine& line = lines_[i];
    const Line& read = page_.lines[i];
    if (line.bytes == 0) return Fate::kScrap;
    if (line.page_title) return Fate::kOutside;
    if (aside(i)) return Fate::kMarkedAside;
    if (read.kind == LineKind::kDate) return Fate::kDate;
    if (has(line.parts, Part::kDate) && line.bytes <= kDateLine) return Fate::kDate;
    if (has(line.parts, Part::kByline) && line.bytes < kTeaser) return Fate::kByline;
    if (linky(i) && !(line.row != 0 && read.kind == LineKind::kTableRow)) return Fate::kLinks;
    if (is_chrome(i)) return Fate::kChrome;
    return Fate::kKept;
  }

  // "Gửi bởi Thu Hà vào T5, 28/01/2021 - 15:20"
  bool names_a_day(uint32_t i) const {
    return lines_[i].bytes <= kDateLine && !find_date(page_.text, lines_[i].span).empty();
  }

  bool belongs_to_head(uint32_t i) const {
    if (has(lines_[i].parts, Part::kLead)) return true;
    if (page_.lines[i].kind == LineKind::kByline) return true;
    return prose(i) && out_.body.begin - i <= kLeadAbove && !is_teaser(i);
  }

  uint32_t holder(uint32_t i) const {
    const Node& node = page_.tree[lines_[i].node];
    const bool line = node.element == Element::kParagraph || is_heading(node.element);
    return line ? node.parent : lines_[i].node;
  }

  // A heading in a box of its own, between sentences that stand in one element.
  bool is_box_amid_text(uint32_t i) const {
    const auto text = [&](uint32_t k) { return out_.fates[k] == Fate::kKept && prose(k); };
    uint32_t above = i;
    while (above > first_ && !text(above - 1)) --above;
    uint32_t below = i + 1;
    while (below < out_.body.end && !(text(below) && !is_teaser(below))) ++below;
    if (above == first_ || below == out_.body.end) return false;
    const uint32_t around = holder(above - 1);
    return around == holder(below) && around != holder(i);
  }

  // The first heading that ends an article, below enough of it.
  void cut_below_end() {
    for (uint32_t i = first_; i < out_.body.end; ++i) {
      if (page_.lines[i].kind != LineKind::kEnd || aside(i)) continue;
      const uint32_t above = sum_[i] - sum_[first_];
      const uint32_t below = sum_[out_.body.end] - sum_[i];
      if (above == 0 || (above < kEnoughAboveEnd && below > 3 * above) || is_box_amid_text(i)) {
        continue;
      }
      for (uint32_t k = i; k < out_.body.end; ++k) out_.fates[k] = Fate::kBelowEnd;
      return;
    }
  }

  void drop_related() {
    const uint32_t lead = first_prose(out_.body);
    for (uint32_t i = out_.body.begin; i < out_.body.end; ++i) {
      if (i == lead || has(lines_[i].parts, Part::kLead)) continue;
      if (out_.fates[i] == Fate::kKept && prose(i) && is_teaser(i) && lonely(i)) {
        out_.fates[i] = Fate::kRelated;
      }
    }
  }

  // Not in the same element as other sentences.
  bool lonely(uint32_t i) const {
    uint32_t node = lines_[i].node;
    if (page_.tree[node].element == Element::kParagraph) node = page_.tree[node].parent;
    return prose_in(page_.flow.of_node[node]) == lines_[i].bytes && node != out_.node;
  }

  void drop_repeats() {
    std::unordered_set<std::string_view> seen;
    const std::string title =
        out_.title == kNone ? std::string() : fold_title(page_.text, lines_, out_.title_lines);
    for (uint32_t i = first_; i < out_.body.end; ++i) {
      if (out_.fates[i] != Fate::kKept) continue;
      const std::string_view line = lines_[i].span.of(page_.text);
      const bool headline = !title.empty() && fold_title(line) == title;
      if (headline || (line.size() >= kRepeat && !in_data_row(i) && !seen.insert(line).second)) {
        out_.fates[i] = Fate::kRepeated;
      }
    }
  }

  // A row of a few cells: most tables of old portals only place things.
  bool in_data_row(uint32_t i) const {
    constexpr uint32_t kMostLines = 16;
    const FlowLine& line = lines_[i];
    if (line.row == 0 || line.cell == 0) return false;
    const LineRange row = page_.flow.of_node[line.row];
    if (row.size() < 2 || row.size() > kMostLines) return false;
    return lines_[row.begin].cell != lines_[row.end - 1].cell;
  }

  bool structured(uint32_t i) const {
    const FlowLine& line = lines_[i];
    return line.item || line.caption || in_data_row(i) || line.heading > 0 ||
           has(line.parts, Part::kHeading) || page_.lines[i].kind == LineKind::kListItem ||
           page_.lines[i].kind == LineKind::kTableRow ||
           page_.lines[i].kind == LineKind::kCaption ||
           page_.lines[i].kind == LineKind::kPictureAlt;
  }

  // Above the first sentence: sizes of letters, sections, names.
  void trim_head() {
    uint32_t first = first_;
    while (first < out_.body.end && !(out_.fates[first] == Fate::kKept && prose(first))) ++first;
    if (first == out_.body.end) return;
    for (uint32_t i = first_; i < first; ++i) {
      if (out_.fates[i] != Fate::kKept) continue;
      const Line& read = page_.lines[i];
      if (read.kind == LineKind::kByline) {
        out_.fates[i] = Fate::kByline;
      } else if (!structured(i) && !read.full_stop && lines_[i].bytes <= kMetaLine &&
                 names_a_day(i)) {
        out_.fates[i] = Fate::kDate;
      } else if (read.name_like && !read.full_stop && !lines_[i].caption) {
        out_.fates[i] = Fate::kByline;
      } else if (!structured(i) && !has(lines_[i].parts, Part::kLead) && !read.full_stop &&
                 !read.leads_on && lines_[i].bytes < kHeadline && lines_[i].bold_bytes == 0) {
        out_.fates[i] = Fate::kScrap;
      }
    }
  }

  // Below the last sentence: who wrote it, where it was taken from, keywords.
  void trim_tail() {
    constexpr uint32_t kLongestByline = 90;
    uint32_t last = out_.body.end;
    while (last > first_ && !(out_.fates[last - 1] == Fate::kKept && prose(last - 1))) --last;
    bool by = false;
    for (uint32_t i = last; i < out_.body.end; ++i) {
      if (out_.fates[i] != Fate::kKept) continue;
      const Line& read = page_.lines[i];
      const std::string_view words = lines_[i].span.of(page_.text);
      if (read.kind == LineKind::kByline) {
        out_.fates[i] = Fate::kByline;
        by = true;
      } else if (words.starts_with("Theo ") && words.size() <= kLongestByline) {
        out_.fates[i] = Fate::kChrome;
      } else if (!structured(i) && read.name_like && !read.full_stop && !by) {
        out_.fates[i] = Fate::kByline;
        by = true;
      } else if (!structured(i) && !read.full_stop && !read.leads_on &&
                 lines_[i].bytes < kLongestByline && !lines_[i].after_image) {
        out_.fates[i] = Fate::kScrap;
      }
    }
  }

  // Whether what was found is an article, or scraps of a list.
  void judge() {
    uint32_t kept = 0;
    uint32_t links = 0;
    for (uint32_t i = out_.body.begin; i < out_.body.end && out_.node != 0; ++i) {
      if (out_.fates[i] == Fate::kKept && prose(i)) kept += lines_[i].bytes;
      if (out_.fates[i] == Fate::kLinks && lines_[i].bytes >= kHeadline) ++links;
      if (out_.fates[i] == Fate::kRelated) ++links;
    }
    const bool says_so = page_.metadata.article;
    out_.article = kept >= kSmallestArticle || (kept > 0 && says_so);
    if (says_so) return;
    if (links > 8 && kept < 80 * links) out_.article = false;
    if (out_.title == kNone && kept < kUntitledArticle) out_.article = false;
    if (!page_.metadata.urls.empty() && is_front_page(page_.metadata.urls.front().value)) {
      out_.article = false;
    }
  }

  const PageLines& page_;
  const std::vector<FlowLine>& lines_;
  const uint32_t count_;
  Content out_;
  std::vector<bool> prose_;
  std::vector<uint32_t> sum_;    // bytes of sentences before each line
  std::vector<double> weight_;   // sums of weights before each line
  std::vector<uint32_t> aside_;  // by node: the element that takes it aside, or 0
  uint32_t first_ = 0;           // where the article begins, below its title
};

}  // namespace

std::string_view name_of(Fate fate) {
  static constexpr std::array<std::string_view, 13> kNames = {"kept",
                                                              "title",
                                                              "date",
                                                              "byline",
                                                              "other part of the page",
                                                              "marked aside",
                                                              "links",
                                                              "page chrome",
                                                              "above the title",
                                                              "below the end",
                                                              "related article",
                                                              "repeated",
                                                              "scrap"};
  return kNames[static_cast<size_t>(fate)];
}

Content find_content(const PageLines& page) { return ContentFinder(page).find(); }

}  // namespace solieu
