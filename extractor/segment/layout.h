// The parts of an article: title, date, byline, body, captions, and the page chrome around them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "solieu/document.h"
#include "solieu/span.h"

namespace solieu {

class LayoutCues;

enum class BlockKind : uint8_t {
  kTitle,
  kDateLine,
  kHeading,
  kParagraph,
  kListItem,
  kCaption,
  kByline,
  kTableRow,
  kChrome,  // not part of the article: nothing in it is extracted
};

// Spans count bytes of the clean text, without surrounding white space; markers of list items,
// picture numbers (" - Ảnh 1.") and labels of bylines ("Tin, ảnh:") are left out. A soft line end
// stays inside its block. Blocks are in the order of the text and do not overlap. Of a date line
// only the date is to be read, no figure.
struct Block {
  BlockKind kind = BlockKind::kParagraph;
  Span span;
};

// A cell of a table of data. Spans count bytes of the clean text.
struct TableCell {
  Span span;
  Span row_label;     // empty: none
  Span column_label;  // empty: none
};

struct Layout {
  std::vector<Block> blocks;
  std::vector<TableCell> cells;  // of blocks of kind kTableRow, in the order of the text
  Span title;                    // empty: none found
  Span byline;                   // empty: none found
  Span date_line;                // where the publication date stands, empty: none found
  std::string published;         // ISO 8601, a day or a time with zone +07:00; empty: unknown
};

// Finds the parts of a plain-text article by its lines and the phrases of rules/layout.tsv.
// `metadata` beats what the text says. What cannot be told from the body stays in it: a caption may
// be called heading or paragraph, but chrome needs a cue. A date line above the title is the site's
// clock, one below it the publication date. Linear; thread-safe.
Layout lay_out(std::string_view clean, const Metadata& metadata, const LayoutCues& cues);

// The cell that holds a stretch of the text, or null.
const TableCell* cell_of(const Layout& layout, Span stretch);

// The sentences of a block, in order, without surrounding white space. Survives abbreviations
// ("TP. Đà Nẵng", "ThS. "), numbers ("16,5 tỷ", "1.2. "), glued sentences ("tập thể.Các") and soft
// line ends. Appends to `out`. Linear.
void split_sentences(std::string_view clean, Span block, std::vector<Span>& out);

}  // namespace solieu
