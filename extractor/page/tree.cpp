#include "page/tree.h"

#include <libxml/HTMLparser.h>

#include <cstdlib>
#include <memory>
#include <string_view>

namespace solieu {
namespace {

// Builds nodes from the parser's events; no tree of libxml2's own is made.
class TreeBuilder {
 public:
  explicit TreeBuilder(const Markup& markup) : markup_(markup) {
    nodes_.reserve(markup.tags.size() * 2 + markup.runs.size());
    nodes_.push_back({Element::kDiv, 0, 0, Node::kNoTag});
  }

  void start(const char* name, const xmlChar** attributes) {
    Node node;
    node.parent = open_;
    if (attributes != nullptr && attributes[0] != nullptr && attributes[1] != nullptr) {
      node.tag = static_cast<uint32_t>(
          std::strtoul(reinterpret_cast<const char*>(attributes[1]), nullptr, 10));
      node.element = markup_.tags[node.tag].element;
    } else {
      const std::string_view known(name);
      const bool whole_page = known == "html" || known == "body" || known == "head";
      node.element = whole_page ? Element::kDiv : element_named(known).element;
    }
    open_ = static_cast<uint32_t>(nodes_.size());
    nodes_.push_back(node);
  }

  void end() {
    if (open_ == 0) return;
    nodes_[open_].end = static_cast<uint32_t>(nodes_.size());
    open_ = nodes_[open_].parent;
  }

  // Indices of runs, each ended by ';'; may come in pieces.
  void text(const char* data, size_t size) {
    for (size_t i = 0; i < size; ++i) {
      const char c = data[i];
      if (c >= '0' && c <= '9') {
        run_ = run_ * 10 + static_cast<uint32_t>(c - '0');
      } else if (c == ';') {
        const auto index = static_cast<uint32_t>(nodes_.size());
        nodes_.push_back({Element::kText, open_, index + 1, run_});
        run_ = 0;
      }
    }
  }

  std::vector<Node> finish() {
    while (open_ != 0) end();
    nodes_[0].end = static_cast<uint32_t>(nodes_.size());
    return std::move(nodes_);
  }

 private:
  const Markup& markup_;
  std::vector<Node> nodes_;
  uint32_t open_ = 0;
  uint32_t run_ = 0;
};

TreeBuilder& builder(void* context) { return *static_cast<TreeBuilder*>(context); }

void listen(htmlParserCtxt& context, TreeBuilder& builder_of_page) {
  htmlSAXHandler handler{};
  handler.startElement = [](void* c, const xmlChar* name, const xmlChar** attributes) {
    builder(c).start(reinterpret_cast<const char*>(name), attributes);
  };
  handler.endElement = [](void* c, const xmlChar*) { builder(c).end(); };
  handler.characters = [](void* c, const xmlChar* data, int size) {
    builder(c).text(reinterpret_cast<const char*>(data), static_cast<size_t>(size));
  };
  *context.sax = handler;
  context.userData = &builder_of_page;
}

struct FreeContext {
  void operator()(htmlParserCtxtPtr context) const { htmlFreeParserCtxt(context); }
};

}  // namespace

std::vector<Node> build_tree(const Markup& markup) {
  [[maybe_unused]] static const bool ready = (xmlInitParser(), true);
  TreeBuilder builder(markup);
  // A context of its own for each page: one that is used again keeps traces of the page before.
  const std::unique_ptr<htmlParserCtxt, FreeContext> context(
      htmlCreateMemoryParserCtxt(markup.skeleton.data(), static_cast<int>(markup.skeleton.size())));
  if (context) {
    listen(*context, builder);
    htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                                          HTML_PARSE_NOWARNING | HTML_PARSE_NONET | XML_PARSE_HUGE);
    htmlParseDocument(context.get());
  }
  return builder.finish();
}

}  // namespace solieu
