#include "page/article.h"

#include <algorithm>

#include "page/characters.h"
#include "page/title.h"
#include "segment/characters.h"

namespace solieu {
namespace {

constexpr uint32_t kLongestHeading = 160;  // bytes
constexpr uint32_t kLongestCaption = 400;

}  // namespace

ArticleWriter::ArticleWriter(const PageLines& page, const Content& content) {
  if (!content.article) return;
  cells_ = find_table_cells(page, content);
  add_title(page, content);
  add_lines(page, content);
}

void ArticleWriter::add_title(const PageLines& page, const Content& content) {
  if (content.title != UINT32_MAX) return;  // comes with the lines
  for (const FlowLine& line : page.flow.lines) {
    if (!line.page_title || line.bytes == 0) continue;
    const std::string_view title = without_site(line.span.of(page.text));
    title_ = {line.span.begin, line.span.begin + static_cast<uint32_t>(title.size())};
    pieces_.push_back({title_, ""});
    parts_.push_back({BlockKind::kTitle, title_});
    return;
  }
}

void ArticleWriter::add_lines(const PageLines& page, const Content& content) {
  size_t cell = 0;
  uint32_t row = 0;
  for (uint32_t i = 0; i < content.fates.size(); ++i) {
    const FlowLine& line = page.flow.lines[i];
    if (line.span.empty()) continue;
    if (content.fates[i] == Fate::kTitle) {
      const bool first = title_.empty();
      pieces_.push_back({line.span, first ? (pieces_.empty() ? "" : "\n") : " "});
      if (first) {
        title_ = line.span;
        parts_.push_back({BlockKind::kTitle, title_});
      }
      title_.end = parts_.back().page.end = line.span.end;
      continue;
    }
    if (content.fates[i] != Fate::kKept) continue;
    while (cell < cells_.size() && cells_[cell].lines.end <= i) ++cell;
    const bool in_cell = cell < cells_.size() && cells_[cell].lines.begin <= i;
    if (in_cell) {
      const bool same_row = row == cells_[cell].row && parts_.back().kind == BlockKind::kTableRow;
      const bool first = cells_[cell].lines.begin == i || cell_spans_.size() <= cell;
      pieces_.push_back({line.span, !same_row ? "\n" : first ? "\t" : " "});
      if (!same_row) parts_.push_back({BlockKind::kTableRow, line.span});
      if (first) {
        cell_spans_.resize(cell, Span{});
        cell_spans_.push_back(line.span);
      }
      cell_spans_.back().end = parts_.back().page.end = line.span.end;
      row = cells_[cell].row;
      continue;
    }
    if (joins(page, content, i)) {
      pieces_.push_back({line.span, " "});
      parts_.back().page.end = line.span.end;
      continue;
    }
    pieces_.push_back({line.span, pieces_.empty() ? "" : "\n"});
    Span span = line.span;
    if (!page.lines[i].text.empty()) span = page.lines[i].text;
    parts_.push_back({kind_of(page, content, i), span});
  }
}

// A sentence that a <br> broke.
bool ArticleWriter::joins(const PageLines& page, const Content& content, uint32_t i) const {
  const FlowLine& line = page.flow.lines[i];
  if (i == 0 || !line.broken_off || content.fates[i - 1] != Fate::kKept || parts_.empty()) {
    return false;
  }
  const Line& above = page.lines[i - 1];
  if (above.full_stop || above.leads_on || page.flow.lines[i - 1].node != line.node) return false;
  return char_at(page.text, line.span.begin).cls == CharClass::kLower &&
         page.lines[i].kind == LineKind::kText;
}

BlockKind ArticleWriter::kind_of(const PageLines& page, const Content& content, uint32_t i) const {
  const FlowLine& line = page.flow.lines[i];
  const Line& read = page.lines[i];
  if (line.caption || read.kind == LineKind::kCaption || read.kind == LineKind::kPictureAlt) {
    return BlockKind::kCaption;
  }
  if (read.kind == LineKind::kTableRow) return BlockKind::kTableRow;
  const bool open_end = !read.full_stop && !read.leads_on;
  if (line.after_image && open_end && line.bytes <= kLongestCaption && line.heading == 0) {
    return BlockKind::kCaption;
  }
  const bool short_line = line.bytes <= kLongestHeading;
  if (short_line && !read.full_stop &&
      (line.heading > 0 || has(line.parts, Part::kHeading) ||
       (open_end && line.bold_bytes == line.bytes && i + 1 < content.fates.size()))) {
    return BlockKind::kHeading;
  }
  if (line.item || read.kind == LineKind::kListItem) return BlockKind::kListItem;
  return BlockKind::kParagraph;
}

void ArticleWriter::write(std::string_view text, Rewriter& out) {
  uint32_t done = 0;
  uint32_t written = 0;
  const auto keep = [&](Span stretch, std::string_view before) {
    if (done < stretch.begin) out.replace({done, stretch.begin}, before, Repair::kDecoded);
    written += static_cast<uint32_t>(done < stretch.begin ? before.size() : 0);
    placed_.emplace_back(stretch.begin, written);
    written += stretch.size();
    done = stretch.end;
  };
  for (const Piece& piece : pieces_) {
    std::string_view before = piece.before;
    // Stretches of blanks become one.
    for (uint32_t at = piece.page.begin; at < piece.page.end;) {
      uint32_t end = at;
      while (end < piece.page.end &&
             !(is_blank(text[end]) && (text[end] != ' ' || is_blank(text[end + 1])))) {
        ++end;
      }
      keep({at, end}, before);
      before = " ";
      while (end < piece.page.end && is_blank(text[end])) ++end;
      at = end;
    }
  }
  if (done < text.size()) {
    out.replace({done, static_cast<uint32_t>(text.size())}, "", Repair::kDecoded);
  }
}

Span ArticleWriter::placed(Span page) const {
  const auto at = [this](uint32_t offset) {
    auto behind =
        std::ranges::upper_bound(placed_, offset, {}, &std::pair<uint32_t, uint32_t>::first);
    if (behind == placed_.begin()) return uint32_t{0};
    --behind;
    return behind->second + (offset - behind->first);
  };
  if (page.empty()) return {};
  return {at(page.begin), at(page.end - 1) + 1};
}

Layout ArticleWriter::layout() const {
  Layout out;
  for (const Stretch& part : parts_) out.blocks.push_back({part.kind, placed(part.page)});
  out.title = placed(title_);
  for (size_t i = 0; i < cell_spans_.size(); ++i) {
    if (cell_spans_[i].empty()) continue;
    const auto label = [&](uint32_t cell) {
      return cell < cell_spans_.size() ? placed(cell_spans_[cell]) : Span{};
    };
    // Labels are labelled by nothing.
    out.cells.push_back(
        {placed(cell_spans_[i]), label(cells_[i].row_label), label(cells_[i].column_label)});
  }
  return out;
}

}  // namespace solieu
