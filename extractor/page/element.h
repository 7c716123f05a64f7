// The elements of HTML by what they mean for an article.
#pragma once

#include <cstdint>
#include <string_view>

namespace solieu {

enum class Element : uint8_t {
  kText,  // no element: a stretch of text
  kTitle,
  kDiv,
  kSection,
  kArticle,
  kMain,
  kHeader,
  kFooter,
  kNav,
  kAside,
  kFigure,
  kFigcaption,
  kBlockquote,
  kParagraph,
  kHeading1,
  kHeading2,
  kHeading3,
  kHeading4,
  kHeading5,
  kHeading6,
  kList,
  kItem,
  kTable,
  kTableCaption,
  kTableHead,
  kTableBody,
  kRow,
  kCell,
  kHeaderCell,
  kLink,
  kSpan,
  kTime,
  kSup,
  kSub,
  kBold,
  kBreak,
  kRule,
  kImage,
};

struct ElementInfo {
  std::string_view name;      // as pages spell it, in small letters
  std::string_view skeleton;  // what the parser is told: HTML 5 is unknown to it
  Element element = Element::kSpan;
  enum class Content : uint8_t {
    kBlock,
    kInline,
    kVoid,    // has no end tag
    kCut,     // nothing in it is text of the page
    kData,    // read by its attributes alone, wherever it stands
    kIgnored  // the tag says nothing
  } content = Content::kInline;
};

// What a name in small letters means. Unknown names with a hyphen are blocks, others inline.
const ElementInfo& element_named(std::string_view name);

inline bool is_heading(Element e) { return e >= Element::kHeading1 && e <= Element::kHeading6; }
inline bool is_inline(Element e) {
  return e == Element::kText || (e >= Element::kLink && e <= Element::kBold) ||
         e == Element::kBreak || e == Element::kImage;
}

}  // namespace solieu
