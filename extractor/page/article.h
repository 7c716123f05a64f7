// From the lines that are the article to its text and its parts.
#pragma once

#include <vector>

#include "page/content.h"
#include "page/tables.h"
#include "segment/layout.h"
#include "text/rewriter.h"

namespace solieu {

// The article's text is the kept lines of the page's text, a line end between blocks, a blank where
// a <br> broke a sentence, a tab between cells of a row. `title` is the line that holds it, or
// none.
class ArticleWriter {
 public:
  explicit ArticleWriter(const PageLines& page, const Content& content);

  // The pass that leaves the article of page.text.
  void write(std::string_view text, Rewriter& out);
  // After `write`: spans count in what it left. Title, blocks and cells; no date and no byline.
  Layout layout() const;

 private:
  struct Piece {
    Span page;  // bytes of the page's text
    std::string_view before;
  };
  struct Stretch {
    BlockKind kind = BlockKind::kParagraph;
    Span page;
  };

  void add_lines(const PageLines& page, const Content& content);
  void add_title(const PageLines& page, const Content& content);
  BlockKind kind_of(const PageLines& page, const Content& content, uint32_t line) const;
  bool joins(const PageLines& page, const Content& content, uint32_t line) const;
  Span placed(Span page) const;

  std::vector<Piece> pieces_;
  std::vector<Stretch> parts_;
  std::vector<TableCellLines> cells_;
  std::vector<Span> cell_spans_;
  std::vector<std::pair<uint32_t, uint32_t>> placed_;  // page offset, offset in the article
  Span title_;
};

}  // namespace solieu
