// The text of a page as it flows: one line for each stretch between the borders of blocks.
#pragma once

#include <string_view>
#include <vector>

#include "page/site_hints.h"
#include "page/tree.h"
#include "text/rewriter.h"

namespace solieu {

// Stands between two lines. Nothing else on a page can become this character.
inline constexpr char kLineMark = '\x1E';

struct FlowLine {
  Span span;          // bytes of the page's text, set by place_lines
  uint32_t node = 0;  // the innermost block around it
  PartSet parts = 0;  // of all elements around its first character
  uint32_t drop = 0;  // the inline element around it that is no part of the article, or 0
  uint32_t row = 0;   // the innermost table row and cell around it, or 0
  uint32_t cell = 0;
  uint32_t bytes = 0;  // visible ones, and how many of them are in links and bold
  uint32_t link_bytes = 0;
  uint32_t bold_bytes = 0;
  uint8_t heading = 0;       // 1 to 6: inside of <h1> to <h6>
  bool broken_off = false;   // a single <br> stands before it
  bool item = false;         // begins a list item
  bool caption = false;      // of a figure or a table
  bool after_image = false;  // nothing but pictures between the line before and it
  bool page_title = false;   // of <title>
};

struct LineRange {
  uint32_t begin = 0;
  uint32_t end = 0;
  uint32_t size() const { return end - begin; }
};

struct Flow {
  std::vector<FlowLine> lines;
  std::vector<LineRange> of_node;  // the lines within each node
  std::vector<PartSet> parts;      // of each node itself
};

// Replaces everything in `page` that is no visible text: by nothing, a blank (white space, tags
// between words), or kLineMark. Entities become characters, 10<sup>3</sup> becomes 10³, but
// m<sup>2</sup> m2 as everyone types it. Linear.
Flow flow_text(std::string_view page, const Markup& markup, const std::vector<Node>& tree,
               const SiteHints& hints, Rewriter& out);

// Finds the lines in the text that flow_text made, whatever has been repaired since.
void place_lines(std::string_view text, Flow& flow);

}  // namespace solieu
