// Which lines of a page are its article.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/flow.h"
#include "page/metadata.h"
#include "segment/lines.h"

namespace solieu {

// What becomes of a line, or why it is left out.
enum class Fate : uint8_t {
  kKept,
  kTitle,
  kDate,  // below the title: when it was published
  kByline,
  kOutside,      // another part of the page
  kMarkedAside,  // its element is marked as no part of an article, hidden, or a menu
  kLinks,        // made of links
  kChrome,       // counters, share buttons, site names, by their words
  kAboveTitle,
  kBelowEnd,  // below what ends an article
  kRelated,   // a teaser of another article
  kRepeated,  // stands in the article already
  kScrap,     // a short line around the body that is no sentence
};
std::string_view name_of(Fate fate);

struct Content {
  std::vector<Fate> fates;      // by line of the flow
  uint32_t title = UINT32_MAX;  // the first line of the title
  LineRange title_lines;
  LineRange body;     // the lines of the element that holds the body
  uint32_t node = 0;  // that element
  bool article = false;
};

// Everything that is known about a page's lines.
struct PageLines {
  std::string_view page;  // as decoded: spans of the markup count in it
  std::string_view text;  // spans of the flow count in it
  const Markup& markup;
  const std::vector<Node>& tree;
  const Flow& flow;
  const std::vector<Line>& lines;  // what each says by itself
  const std::vector<DateLine>& dates;
  const PageMetadata& metadata;
};

// The element whose text is most like an article (sentences count for it, links and teasers
// against it), with the lead between the title and it; without what is known by its marks, links or
// words not to belong. A page without such an element, or a list of teasers, is no article. Linear
// but for the depth of elements.
Content find_content(const PageLines& page);

}  // namespace solieu
