// The elements of a page as the parser of libxml2 nests them.
#pragma once

#include <cstdint>
#include <vector>

#include "page/markup.h"

namespace solieu {

// Nodes stand in the order of the page; the descendants of node i are (i, end).
struct Node {
  static constexpr uint32_t kNoTag = UINT32_MAX;
  Element element = Element::kText;
  uint32_t parent = 0;
  uint32_t end = 0;
  uint32_t tag = kNoTag;  // index of Markup::tags; of text: of Markup::runs
};

// The first node is the whole page. Never fails: the parser mends what it can, and a page without
// any element is a node of text.
std::vector<Node> build_tree(const Markup& markup);

}  // namespace solieu
