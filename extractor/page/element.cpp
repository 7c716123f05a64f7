#include "page/element.h"

#include <algorithm>
#include <iterator>

namespace solieu {
namespace {

using enum Element;
using enum ElementInfo::Content;

// Sorted by name.
constexpr ElementInfo kElements[] = {
    {"a", "a", kLink, kInline},
    {"address", "div", kDiv, kBlock},
    {"applet", "", kSpan, kCut},
    {"area", "", kSpan, kIgnored},
    {"article", "div", kArticle, kBlock},
    {"aside", "div", kAside, kBlock},
    {"audio", "", kSpan, kCut},
    {"b", "", kBold, kInline},
    {"base", "", kSpan, kIgnored},
    {"blockquote", "blockquote", kBlockquote, kBlock},
    {"body", "", kSpan, kIgnored},
    {"br", "br", kBreak, kVoid},
    {"button", "", kSpan, kCut},
    {"canvas", "", kSpan, kCut},
    {"caption", "caption", kTableCaption, kBlock},
    {"center", "div", kDiv, kBlock},
    {"col", "", kSpan, kIgnored},
    {"colgroup", "", kSpan, kIgnored},
    {"datalist", "", kSpan, kCut},
    {"dd", "li", kItem, kBlock},
    {"details", "div", kDiv, kBlock},
    {"dir", "ul", kList, kBlock},
    {"div", "div", kDiv, kBlock},
    {"dl", "ul", kList, kBlock},
    {"dt", "li", kItem, kBlock},
    {"embed", "", kSpan, kIgnored},
    {"fieldset", "div", kDiv, kBlock},
    {"figcaption", "div", kFigcaption, kBlock},
    {"figure", "div", kFigure, kBlock},
    {"footer", "div", kFooter, kBlock},
    {"form", "div", kDiv, kBlock},
    {"frame", "", kSpan, kIgnored},
    {"frameset", "", kSpan, kIgnored},
    {"h1", "h1", kHeading1, kBlock},
    {"h2", "h2", kHeading2, kBlock},
    {"h3", "h3", kHeading3, kBlock},
    {"h4", "h4", kHeading4, kBlock},
    {"h5", "h5", kHeading5, kBlock},
    {"h6", "h6", kHeading6, kBlock},
    {"head", "", kSpan, kIgnored},
    {"header", "div", kHeader, kBlock},
    {"hgroup", "div", kDiv, kBlock},
    {"hr", "hr", kRule, kVoid},
    {"html", "", kSpan, kIgnored},
    {"iframe", "", kSpan, kCut},
    {"img", "img", kImage, kVoid},
    {"input", "", kSpan, kIgnored},
    {"li", "li", kItem, kBlock},
    {"link", "", kSpan, kData},
    {"main", "div", kMain, kBlock},
    {"map", "", kSpan, kCut},
    {"marquee", "div", kNav, kBlock},  // running announcements of a site
    {"math", "", kSpan, kCut},
    {"menu", "ul", kList, kBlock},
    {"meta", "", kSpan, kData},
    {"nav", "div", kNav, kBlock},
    {"noembed", "", kSpan, kCut},
    {"noframes", "", kSpan, kCut},
    {"noscript", "", kSpan, kCut},
    {"object", "", kSpan, kCut},
    {"ol", "ol", kList, kBlock},
    {"p", "p", kParagraph, kBlock},
    {"picture", "", kSpan, kIgnored},
    {"pre", "div", kDiv, kBlock},
    {"script", "", kSpan, kCut},
    {"section", "div", kSection, kBlock},
    {"select", "", kSpan, kCut},
    {"source", "", kSpan, kIgnored},
    {"strong", "", kBold, kInline},
    {"style", "", kSpan, kCut},
    {"sub", "sub", kSub, kInline},
    {"summary", "div", kDiv, kBlock},
    {"sup", "sup", kSup, kInline},
    {"svg", "", kSpan, kCut},
    {"table", "table", kTable, kBlock},
    {"tbody", "tbody", kTableBody, kBlock},
    {"td", "td", kCell, kBlock},
    {"template", "", kSpan, kCut},
    {"textarea", "", kSpan, kCut},
    {"tfoot", "tbody", kTableBody, kBlock},
    {"th", "th", kHeaderCell, kBlock},
    {"thead", "thead", kTableHead, kBlock},
    {"time", "span", kTime, kInline},
    {"title", "div", kTitle, kBlock},
    {"tr", "tr", kRow, kBlock},
    {"track", "", kSpan, kIgnored},
    {"ul", "ul", kList, kBlock},
    {"video", "", kSpan, kCut},
    {"wbr", "", kSpan, kIgnored},
    {"xml", "", kSpan, kCut},
};
static_assert(std::ranges::is_sorted(kElements, {}, &ElementInfo::name));

constexpr ElementInfo kUnknownInline = {"", "span", kSpan, kInline};
constexpr ElementInfo kUnknownBlock = {"", "div", kDiv, kBlock};

}  // namespace

const ElementInfo& element_named(std::string_view name) {
  const auto* found = std::ranges::lower_bound(kElements, name, {}, &ElementInfo::name);
  if (found != std::end(kElements) && found->name == name) return *found;
  return name.find('-') == std::string_view::npos ? kUnknownInline : kUnknownBlock;
}

}  // namespace solieu
