// A page cut into tags and stretches of text, and made small and harmless for the parser.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/element.h"
#include "solieu/span.h"

namespace solieu {

// A start tag that is more than its name. Spans count bytes of the page.
struct Tag {
  Element element = Element::kSpan;
  Span attributes;  // between the name and '>'
};

struct TextRun {
  Span span;
  bool bold = false;
  bool capitals = false;  // in a font of TCVN3 that draws capitals for small letters
};

// What is cut for being beyond any sense, so that no page takes more than linear time.
struct MarkupLimits {
  uint32_t depth = 400;           // elements open at a time; the text of deeper ones stays
  uint32_t tag_bytes = 1u << 18;  // a tag that is longer ends at its first '>'
};

// The parser gets `skeleton`, never the page: tags with nothing but a number in the attribute `n`
// (an index of `tags`), and for each stretch of text the index of `runs` and ';'. So no encoding,
// entity, control character, monstrous attribute or text reaches it, and where a text came from is
// known to the byte. Scripts, styles, drawings, comments, form fields and tags that only format are
// gone; HTML 5's elements have become older ones.
struct Markup {
  std::string skeleton;
  std::vector<Tag> tags;
  std::vector<TextRun> runs;
  std::vector<Span> metas;     // attributes of <meta>
  std::vector<Span> links;     // attributes of <link>
  std::vector<Span> json_ld;   // contents of <script type="application/ld+json">
  uint32_t dropped_depth = 0;  // elements beyond the limit of depth
};

// `page` is valid UTF-8 of at most 1 GiB. Linear.
Markup cut_markup(std::string_view page, const MarkupLimits& limits = {});

}  // namespace solieu
