#include "segment/layout.h"

#include <algorithm>
#include <optional>

#include "segment/cues.h"
#include "segment/line_shapes.h"
#include "segment/lines.h"

namespace solieu {
namespace {

constexpr size_t kMostHeadLines = 200;  // above the body
constexpr size_t kNone = static_cast<size_t>(-1);

// What a line between blocks of text may be at most, in bytes.
constexpr uint32_t kLongestTitle = 320;
constexpr uint32_t kLongestHeading = 110;
constexpr uint32_t kLongestCaption = 400;  // below a picture
constexpr uint32_t kLongestLoneCaption = 250;
constexpr uint32_t kLongestByline = 90;

bool is_chrome(LineKind kind) {
  return kind == LineKind::kChrome || kind == LineKind::kMenu || kind == LineKind::kSite ||
         kind == LineKind::kEnd || kind == LineKind::kRelated;
}

class LayoutFinder {
 public:
  LayoutFinder(std::string_view text, const Metadata& metadata, const LayoutCues& cues)
      : text_(text), metadata_(metadata), read_(read_lines(text, cues)), lines_(read_.lines) {}

  Layout find() {
    settle_stats();
    end_ = find_end();
    skip_related();
    find_title();
    settle_head();
    settle_tail();
    find_date();
    find_byline();
    emit();
    return std::move(layout_);
  }

 private:
  std::string_view of(size_t i) const { return lines_[i].span.of(text_); }
  bool paragraph(size_t i) const { return is_paragraph(lines_[i]); }
  bool content(size_t i) const {
    return !is_chrome(lines_[i].kind) && lines_[i].kind != LineKind::kDate;
  }

  void settle_stats() {
    bool before = false;
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].kind == LineKind::kStat) {
        const bool after = i + 1 < lines_.size() && is_chrome(lines_[i + 1].kind);
        lines_[i].kind = before || after ? LineKind::kChrome : LineKind::kText;
      }
      before = is_chrome(lines_[i].kind);
    }
  }

  // The first heading that ends the article. Where little stands above it and a body below, it is a
  // link of the page's head ("12 bình luận" below the lead).
  size_t find_end() const {
    constexpr uint32_t kLead = 600;  // bytes
    size_t last_body = 0;
    for (size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (is_body(i)) last_body = i;
    }
    uint32_t above = 0;
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (paragraph(i)) above += lines_[i].text.size();
      if (above == 0 || lines_[i].kind != LineKind::kEnd) continue;
      if (above > kLead || last_body < i) return i;
    }
    return lines_.size();
  }

  // The first of two paragraphs in a row, or of a paragraph and a byline.
  bool is_body(size_t i) const {
    return paragraph(i) && (paragraph(i + 1) || lines_[i + 1].kind == LineKind::kByline);
  }

  // Teasers come as a headline with at most one lead each; two paragraphs in a row, or one and then
  // a byline, are the article again.
  void skip_related() {
    bool seen = false;
    for (size_t i = 0; i < end_; ++i) {
      seen = seen || paragraph(i);
      if (!seen || lines_[i].kind != LineKind::kRelated) continue;
      size_t resume = i + 1;
      while (resume + 1 < end_ && !is_body(resume)) ++resume;
      if (resume + 1 >= end_) resume = end_;
      for (size_t k = i + 1; k < resume; ++k) lines_[k].kind = LineKind::kChrome;
      if (resume == end_) end_ = i;
      i = resume;
    }
  }

  // 3: could well be a headline; 2: ends in a full stop; 1: a name or a word or two; 0: a site's
  // name.
  int rank(size_t i) const {
    const Line& line = lines_[i];
    constexpr uint32_t kShortestTitle = 20;
    if (line.span.size() > kLongestTitle) return -1;
    if (line.kind == LineKind::kSite) return 0;
    if (line.kind == LineKind::kByline) return 0;
    if (line.kind == LineKind::kCaption || line.kind == LineKind::kPictureAlt) return 0;
    if (line.kind != LineKind::kText && line.kind != LineKind::kListItem) return -1;
    if (line.name_like || line.span.size() < kShortestTitle) return 1;
    return line.full_stop && !of(i).ends_with("...") && !of(i).ends_with("?") ? 2 : 3;
  }

  void find_title() {
    const size_t most = std::min(end_, kMostHeadLines);
    head_ = 0;
    while (head_ < most && !paragraph(head_)) ++head_;
    // A headline that reads like a sentence of its own.
    constexpr uint32_t kSentenceTitle = 200;
    if (head_ == 0 && end_ > 1 && lines_[0].text.size() <= kSentenceTitle) {
      head_ = 1;
      while (head_ < most && !paragraph(head_)) ++head_;
    }
    if (metadata_.title && !metadata_.title->empty()) {
      for (size_t i = 0; i < std::min(head_ + 1, end_); ++i) {
        if (of(i) == *metadata_.title) return set_title(i);
      }
    }
    // The publication date stands below the title: the headline next above the last date of the
    // head.
    for (size_t d = head_; d-- > 0;) {
      if (lines_[d].kind != LineKind::kDate) continue;
      const size_t found = title_above(d);
      if (found != kNone) return set_title(found);
    }
    // No date below a title: the first headline below the site's name and clock.
    size_t from = 0;
    for (size_t i = 0; i < head_; ++i) {
      if (lines_[i].kind == LineKind::kDate || lines_[i].kind == LineKind::kSite ||
          lines_[i].kind == LineKind::kMenu) {
        from = i + 1;
      }
    }
    size_t best = first_of_best_rank(from, head_);
    if (best == kNone || rank(best) < 2) {
      const size_t other = first_of_best_rank(0, head_);
      if (best == kNone || (other != kNone && rank(other) > rank(best))) best = other;
    }
    if (best != kNone) set_title(best);
  }

  size_t title_above(size_t date) const {
    size_t first = date;
    bool seen = false;
    while (first > 0) {
      const LineKind kind = lines_[first - 1].kind;
      if (seen && (is_chrome(kind) || kind == LineKind::kDate)) break;
      --first;
      seen = seen || rank(first) >= 2;
    }
    const size_t best = seen ? first_of_best_rank(first, date) : kNone;
    return best;
  }

  size_t first_of_best_rank(size_t from, size_t to) const {
    size_t best = kNone;
    for (size_t i = from; i < to; ++i) {
      if (rank(i) >= 0 && (best == kNone || rank(i) > rank(best))) best = i;
    }
    return best;
  }

  void set_title(size_t i) {
    title_ = i;
    lines_[i].kind = LineKind::kText;
    layout_.title = lines_[i].text;
  }

  // Above the title stands the site; below it, until the body begins, names and repeats of it.
  void settle_head() {
    if (title_ == kNone) return;
    constexpr uint32_t kSiteWords = 40;
    for (size_t i = 0; i < title_; ++i) {
      const Line& line = lines_[i];
      const bool words_only =
          line.kind == LineKind::kText &&
          (line.name_like || (line.span.size() < kSiteWords && !line.full_stop));
      const bool label =
          line.kind == LineKind::kCaption && line.span.size() < kSiteWords && !line.full_stop;
      if (words_only || label || line.kind == LineKind::kByline) lines_[i].kind = LineKind::kChrome;
    }
    constexpr size_t kByLinesBelow = 4;
    for (size_t i = title_ + 1; i < std::min(std::max(head_, title_ + 1), title_ + kByLinesBelow);
         ++i) {
      if (lines_[i].kind == LineKind::kText && lines_[i].name_like && !lines_[i].full_stop) {
        lines_[i].kind = LineKind::kByline;
      }
    }
    // Menus and site names are known by their place only; bars also head a table.
    for (size_t i = title_ + 1; i < end_; ++i) {
      const bool menu = lines_[i].kind == LineKind::kMenu;
      if (!menu && lines_[i].kind != LineKind::kSite) continue;
      const bool above_row = i + 1 < end_ && lines_[i + 1].kind == LineKind::kTableRow;
      lines_[i].kind = menu && above_row ? LineKind::kTableRow : LineKind::kText;
    }
  }

  // Below the last paragraph: who wrote it, from where it was taken, keywords, sections.
  void settle_tail() {
    size_t last = end_;
    while (last > 0 && !paragraph(last - 1)) --last;
    if (last == 0) return;
    bool dated = false;
    bool signed_off = false;
    const size_t last_content = content_end();
    bool left = false;  // chrome stood below the byline
    for (size_t i = last; i < end_; ++i) {
      Line& line = lines_[i];
      const bool below_picture = lines_[i - 1].kind == LineKind::kPictureAlt;
      if (line.kind == LineKind::kDate) dated = true;
      if (line.kind == LineKind::kByline) signed_off = true;
      left = left || (signed_off && is_chrome(line.kind));
      if (left && !line.full_stop &&
          (line.kind == LineKind::kText || line.kind == LineKind::kListItem)) {
        line.kind = LineKind::kChrome;
      }
      if (line.kind != LineKind::kText || below_picture) continue;
      constexpr uint32_t kSection = 60;
      const std::string_view words = of(i);
      if (is_keyword_line(words) || (dated && words.size() <= kSection && !line.full_stop)) {
        line.kind = LineKind::kChrome;
      } else if (words.starts_with("Theo ") && words.size() <= kLongestByline && line.half_names) {
        line.kind = LineKind::kChrome;
      } else if (line.name_like || (!signed_off && line.half_names && !line.full_stop &&
                                    !line.leads_on && i + 1 == last_content)) {
        line.kind = LineKind::kByline;
        signed_off = true;
      }
    }
  }

  // One behind the last line before the end that is not chrome.
  size_t content_end() const {
    size_t last = end_;
    while (last > 0 && !content(last - 1)) --last;
    return last;
  }

  // The first date line below the title and near it, else the last below the body.
  void find_date() {
    size_t found = kNone;
    int paragraphs = 0;
    for (size_t i = title_ == kNone ? 0 : title_ + 1; i < end_ && found == kNone; ++i) {
      if (has_day(i) && paragraphs < 2) found = i;
      paragraphs += paragraph(i);
    }
    if (found == kNone) {
      for (size_t i = end_; i-- > 0 && !paragraph(i);) {
        if (has_day(i) && (title_ == kNone || i > title_)) found = i;
      }
    }
    if (found != kNone) {
      const DateLine& date = read_.dates[lines_[found].date];
      for (const auto& piece : date.pieces) {
        if (piece.part == DateLine::Part::kDate) {
          layout_.date_line = piece.span;
          break;
        }
      }
      layout_.published = date.iso;
    }
    if (metadata_.date && !metadata_.date->empty()) layout_.published = *metadata_.date;
  }

  bool has_day(size_t i) const {
    return lines_[i].kind == LineKind::kDate && !read_.dates[lines_[i].date].iso.empty();
  }

  void find_byline() {
    for (size_t i = title_ == kNone ? 0 : title_ + 1; i < end_; ++i) {
      if (lines_[i].kind != LineKind::kByline) continue;
      layout_.byline = lines_[i].text;
      return;
    }
    for (const Line& line : lines_) {
      if (line.kind != LineKind::kDate) continue;
      for (const auto& piece : read_.dates[line.date].pieces) {
        if (piece.part == DateLine::Part::kNames && piece.span.begin > layout_.title.end) {
          layout_.byline = piece.span;
          return;
        }
      }
    }
  }

  BlockKind kind_of(size_t i) const {
    const Line& line = lines_[i];
    switch (line.kind) {
      case LineKind::kPictureAlt:
      case LineKind::kCaption:
        return BlockKind::kCaption;
      case LineKind::kByline:
        return BlockKind::kByline;
      case LineKind::kTableRow:
        return BlockKind::kTableRow;
      case LineKind::kDate:
        return BlockKind::kDateLine;
      case LineKind::kListItem:
        return line.numbered && stands_alone(i) ? BlockKind::kHeading : BlockKind::kListItem;
      case LineKind::kText:
      case LineKind::kStat:
        break;
      default:
        return BlockKind::kChrome;
    }
    if (i > 0 && lines_[i - 1].kind == LineKind::kPictureAlt &&
        line.text.size() <= kLongestCaption) {
      return BlockKind::kCaption;
    }
    if (line.full_stop || line.leads_on || line.text.size() > kLongestLoneCaption) {
      return BlockKind::kParagraph;
    }
    if (title_ != kNone && line.text.of(text_) == layout_.title.of(text_))
      return BlockKind::kHeading;
    return stands_alone(i) ? BlockKind::kHeading : BlockKind::kCaption;
  }

  // A short line without a full stop that text follows.
  bool stands_alone(size_t i) const {
    const Line& line = lines_[i];
    if (line.full_stop || line.leads_on || line.text.size() > kLongestHeading) return false;
    size_t next = i + 1;
    while (next < end_ && !content(next)) ++next;
    if (next >= end_) return false;
    return paragraph(next) || (lines_[next].kind == LineKind::kListItem && !line.numbered);
  }

  void add(BlockKind kind, Span span) {
    if (!span.empty()) layout_.blocks.push_back({kind, span});
  }

  void emit() {
    layout_.blocks.reserve(lines_.size());
    for (size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      if (i == title_) {
        add(BlockKind::kTitle, line.text);
      } else if (i >= end_) {
        add(BlockKind::kChrome, line.span);
      } else if (line.kind == LineKind::kDate) {
        emit_date(line);
      } else {
        const BlockKind kind = kind_of(i);
        add(kind, kind == BlockKind::kChrome ? line.span : line.text);
        const bool glued = line.text.end < line.span.end && line.kind != LineKind::kPictureAlt;
        if (glued && kind != BlockKind::kChrome)
          add(BlockKind::kChrome, {line.text.end, line.span.end});
      }
    }
  }

  void emit_date(const Line& line) {
    for (const auto& piece : read_.dates[line.date].pieces) {
      add(piece.part == DateLine::Part::kDate     ? BlockKind::kDateLine
          : piece.part == DateLine::Part::kChrome ? BlockKind::kChrome
                                                  : BlockKind::kByline,
          piece.span);
    }
  }

  std::string_view text_;
  const Metadata& metadata_;
  Lines read_;
  std::vector<Line>& lines_;
  size_t end_ = 0;   // lines from here on are no article
  size_t head_ = 0;  // the first paragraph
  size_t title_ = kNone;
  Layout layout_;
};

}  // namespace

const TableCell* cell_of(const Layout& layout, Span stretch) {
  const auto behind = std::ranges::upper_bound(layout.cells, stretch.begin, {},
                                               [](const TableCell& c) { return c.span.begin; });
  if (behind == layout.cells.begin()) return nullptr;
  const TableCell& cell = *std::prev(behind);
  return cell.span.contains(stretch) ? &cell : nullptr;
}

Layout lay_out(std::string_view clean, const Metadata& metadata, const LayoutCues& cues) {
  return LayoutFinder(clean, metadata, cues).find();
}

}  // namespace solieu
