#include "page/markup.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <utility>

#include "page/attributes.h"
#include "page/characters.h"
#include "text/encoding.h"

namespace solieu {
namespace {

using Content = ElementInfo::Content;

constexpr size_t kNowhere = std::string_view::npos;
constexpr size_t kLongestName = 32;
constexpr size_t kClosestOpen = 1000;  // how far down the stack an inline element is looked for

bool names_anything(std::string_view attributes) {
  for (const std::string_view name :
       {"class", "itemprop", "none", "data-role", "id=", "ID=", "CLASS", "datetime", "rel="}) {
    if (attributes.find(name) != kNowhere) return true;
  }
  return false;
}

// The first of a list of fonts, without quotes.
std::string_view first_font(std::string_view fonts) {
  constexpr std::string_view kAround = " :\"'";
  const size_t begin = std::min(fonts.find_first_not_of(kAround), fonts.size());
  fonts = fonts.substr(begin, fonts.find_first_of(",;", begin) - begin);
  return fonts.substr(0, fonts.find_last_not_of(kAround) + 1);
}

// Whether the font that a tag sets draws capitals: <font face=…>, style="font-family: …". Nothing
// when it sets none.
std::optional<bool> draws_capitals(std::string_view attributes) {
  constexpr std::string_view kFamily = "font-family";
  std::optional<bool> capitals;
  for_each_attribute(attributes, [&](const Attribute& a) {
    const bool style = same_letters(a.name, "style");
    if (!style && !same_letters(a.name, "face")) return;
    std::string value = attribute_text(a.value);
    std::ranges::transform(value, value.begin(), small_letter);
    const size_t family = style ? value.find(kFamily) : 0;
    if (family == kNowhere) return;
    const std::string_view fonts =
        std::string_view(value).substr(style ? family + kFamily.size() : 0);
    capitals = encoding_of_font(first_font(fonts)) == Encoding::kTcvn3Capitals;
  });
  return capitals;
}

class MarkupCutter {
 public:
  MarkupCutter(std::string_view page, const MarkupLimits& limits)
      : page_(page), limits_(limits), fonts_(page.find(".Vn") != kNowhere) {}

  Markup cut() {
    out_.skeleton.reserve(page_.size() / 4);
    out_.skeleton = "<body>";
    size_t text = 0;
    for (size_t at = page_.find('<'); at != kNowhere; at = page_.find('<', at)) {
      const size_t end = markup_end(at);
      if (end == at) {  // a '<' of the text
        ++at;
        continue;
      }
      add_text(text, at);
      read(at, end);
      at = text = resume_ == 0 ? end : std::exchange(resume_, 0);
    }
    add_text(text, page_.size());
    return std::move(out_);
  }

 private:
  struct Open {
    const ElementInfo* info;
    bool emitted;
    bool capitals;
  };

  // One behind the tag, comment or declaration that begins at `at`, or `at`: none begins there.
  size_t markup_end(size_t at) {
    if (at + 1 >= page_.size()) return at;
    const char next = page_[at + 1];
    if (next == '!' || next == '?') {
      const std::string_view rest = page_.substr(at);
      if (rest.starts_with("<!--")) return end_of(at + 2, "-->", comments_open_);
      if (rest.starts_with("<![CDATA[")) return end_of(at, "]]>", cdata_open_);
      return end_of(at, ">", tags_open_);
    }
    const bool closes = next == '/';
    const size_t name = at + (closes ? 2 : 1);
    if (name >= page_.size() || !is_ascii_letter(page_[name])) {
      return closes ? end_of(at, ">", tags_open_) : at;
    }
    return tag_end(name);
  }

  // One behind `mark`; where there is none any more, behind the next '>'.
  size_t end_of(size_t from, std::string_view mark, bool& none) {
    if (!none) {
      const size_t found = page_.find(mark, from);
      if (found != kNowhere) return found + mark.size();
      none = true;
    }
    const size_t found = tags_open_ ? kNowhere : page_.find('>', from);
    if (found == kNowhere) tags_open_ = true;
    return found == kNowhere ? page_.size() : found + 1;
  }

  size_t tag_end(size_t name) {
    const size_t limit = std::min(page_.size(), name + limits_.tag_bytes);
    bool after_equals = false;
    for (size_t at = name; at < limit; ++at) {
      const char c = page_[at];
      if (c == '>') return at + 1;
      if (after_equals && (c == '"' || c == '\'')) {
        at = closing_quote(c, at + 1, limit);
        if (at == kNowhere) break;
        after_equals = false;
      } else if (c == '=') {
        after_equals = true;
      } else if (!is_blank(c)) {
        after_equals = false;
      }
    }
    const size_t found = tags_open_ ? kNowhere : page_.find('>', name);
    if (found == kNowhere) tags_open_ = true;
    return found == kNowhere ? page_.size() : found + 1;
  }

  // Remembers how far there is none, so that many open quotes do not make each other slow.
  size_t closing_quote(char quote, size_t from, size_t limit) {
    size_t& known = none_until_[quote == '"'];
    const size_t start = std::max(from, known);
    if (start >= limit) return kNowhere;
    const size_t found = page_.substr(0, limit).find(quote, start);
    if (found == kNowhere) known = limit;
    return found;
  }

  void add_text(size_t begin, size_t end) {
    if (begin >= end) return;
    size_t first = begin;
    while (first < end && is_blank(page_[first])) ++first;
    if (first == end) {
      out_.skeleton += ' ';
      return;
    }
    out_.skeleton += std::to_string(out_.runs.size());
    out_.skeleton += ';';
    out_.runs.push_back({{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)},
                         open_count_["b"] > 0,
                         capitals()});
  }

  void read(size_t at, size_t end) {
    const bool closes = page_[at + 1] == '/';
    size_t name_end = at + (closes ? 2 : 1);
    std::string name;
    while (name_end < end && !is_blank(page_[name_end]) && page_[name_end] != '>' &&
           page_[name_end] != '/') {
      if (name.size() < kLongestName) name += small_letter(page_[name_end]);
      ++name_end;
    }
    if (name.empty() || !is_ascii_letter(name[0])) return;
    const ElementInfo& info = element_named(name);
    const size_t attributes_end = page_[end - 1] == '>' ? end - 1 : end;
    const Span attributes{static_cast<uint32_t>(std::min(name_end, attributes_end)),
                          static_cast<uint32_t>(attributes_end)};
    if (closes) {
      close(info, name);
    } else {
      open(info, name, attributes, end);
    }
  }

  void open(const ElementInfo& info, const std::string& name, Span attributes, size_t end) {
    switch (info.content) {
      case Content::kIgnored:
        return;
      case Content::kData:
        (name == "meta" ? out_.metas : out_.links).push_back(attributes);
        return;
      case Content::kCut:
        resume_ = behind_cut(name, attributes, end);
        return;
      case Content::kVoid:
        out_.skeleton.append("<").append(info.skeleton).append(">");
        return;
      case Content::kInline:
      case Content::kBlock:
        break;
    }
    const std::string_view written = attributes.of(page_);
    if (info.content == Content::kInline) {
      const bool told = info.element != Element::kBold &&
                        (info.element != Element::kSpan || names_anything(written));
      push(info, attributes, told);
      return;
    }
    close_paragraph();
    close_implied(info);
    push(info, attributes, true);
  }

  void push(const ElementInfo& info, Span attributes, bool told) {
    const bool emit = told && depth_ < limits_.depth;
    if (told && !emit) {
      ++out_.dropped_depth;
      if (info.content == Content::kBlock) out_.skeleton += "<br>";
    }
    if (emit) {
      ++depth_;
      out_.skeleton.append("<").append(info.skeleton);
      const bool plain = attributes.of(page_).find('=') == kNowhere;
      if (!plain || info.skeleton != info.name) {
        out_.skeleton.append(" n=").append(std::to_string(out_.tags.size()));
        out_.tags.push_back({info.element, attributes});
      }
      out_.skeleton += '>';
    }
    const auto set = fonts_ ? draws_capitals(attributes.of(page_)) : std::nullopt;
    stack_.push_back({&info, emit, set.value_or(capitals())});
    ++open_count_[key_of(info)];
  }

  bool capitals() const { return !stack_.empty() && stack_.back().capitals; }

  void close(const ElementInfo& info, const std::string& name) {
    if (info.content == Content::kCut || info.content == Content::kIgnored ||
        info.content == Content::kData) {
      return;
    }
    if (info.content == Content::kVoid || open_count_[key_of(info)] == 0) {
      if (name == "p" || name == "br") out_.skeleton += "<br>";
      return;
    }
    size_t found = stack_.size();
    const bool is_block = info.content == Content::kBlock;
    for (size_t i = stack_.size(), steps = 0; i-- > 0; ++steps) {
      if (stack_[i].info == &info || key_of(*stack_[i].info) == key_of(info)) {
        found = i;
        break;
      }
      // The end of an inline element closes no block; that of a paragraph no table's cell.
      const bool block = stack_[i].info->content == Content::kBlock;
      if (!is_block && (block || steps > kClosestOpen)) return;
      if (is_block && !is_cell(info) && is_cell(*stack_[i].info) && !is_table(info)) return;
    }
    if (found == stack_.size()) return;
    while (stack_.size() > found) pop();
  }

  static bool is_cell(const ElementInfo& info) {
    return info.element == Element::kCell || info.element == Element::kHeaderCell;
  }
  static bool is_table(const ElementInfo& info) {
    return info.element >= Element::kTable && info.element <= Element::kRow;
  }
  static std::string_view key_of(const ElementInfo& info) {
    if (info.element == Element::kBold) return "b";
    return info.name;
  }

  // A paragraph ends where a block begins, so that unclosed ones do not pile up.
  void close_paragraph() {
    size_t i = stack_.size();
    while (i > 0 && stack_[i - 1].info->content == Content::kInline) --i;
    if (i == 0 || stack_[i - 1].info->element != Element::kParagraph) return;
    while (stack_.size() >= i) pop();
  }

  // An item ends where the next one of its list begins; cells and rows likewise.
  void close_implied(const ElementInfo& info) {
    const bool item = info.element == Element::kItem;
    if (!item && !is_cell(info) && info.element != Element::kRow) return;
    const size_t lowest = stack_.size() > kClosestOpen ? stack_.size() - kClosestOpen : 0;
    for (size_t i = stack_.size(); i-- > lowest;) {
      const Element open = stack_[i].info->element;
      const bool same = open == info.element || (is_cell(info) && is_cell(*stack_[i].info));
      if (same) {
        while (stack_.size() > i) pop();
        return;
      }
      if (item ? open == Element::kList || open == Element::kTable
               : open == Element::kTable || (is_cell(info) && open == Element::kRow)) {
        return;
      }
    }
  }

  void pop() {
    const Open top = stack_.back();
    stack_.pop_back();
    --open_count_[key_of(*top.info)];
    if (!top.emitted) return;
    --depth_;
    out_.skeleton.append("</").append(top.info->skeleton).append(">");
  }

  // One behind the end tag of an element of which nothing is kept.
  size_t behind_cut(const std::string& name, Span attributes, size_t from) {
    const std::string_view written = attributes.of(page_);
    if (written.ends_with('/') && name != "script" && name != "iframe") return from;
    const auto [unclosed, first] = unclosed_.try_emplace(name, false);
    if (!unclosed->second) {
      for (size_t at = page_.find("</", from); at != kNowhere; at = page_.find("</", at + 2)) {
        if (!same_letters(page_.substr(at + 2, name.size()), name)) continue;
        const size_t behind = at + 2 + name.size();
        if (behind < page_.size() && page_[behind] != '>' && !is_blank(page_[behind])) continue;
        if (name == "script") add_json_ld(written, from, at);
        const size_t end = page_.find('>', at);
        return end == kNowhere ? page_.size() : end + 1;
      }
      unclosed->second = true;
    }
    // Code and styles that nothing ends go to the end of the page, forms and drawings do not.
    return name == "script" || name == "style" ? page_.size() : from;
  }

  void add_json_ld(std::string_view attributes, size_t begin, size_t end) {
    const auto type = attribute(attributes, "type");
    if (type && same_letters(*type, "application/ld+json")) {
      out_.json_ld.push_back({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)});
    }
  }

  std::string_view page_;
  const MarkupLimits& limits_;
  const bool fonts_;  // the page names fonts of TCVN3
  Markup out_;
  std::vector<Open> stack_;
  uint32_t depth_ = 0;
  size_t resume_ = 0;  // where to go on behind something that was cut
  std::unordered_map<std::string_view, uint32_t> open_count_;  // by name in the table of elements
  std::unordered_map<std::string, bool> unclosed_;             // elements without an end tag
  std::array<size_t, 2> none_until_{};                         // no such quote before
  bool comments_open_ = false, cdata_open_ = false, tags_open_ = false;  // no end any more
};

}  // namespace

Markup cut_markup(std::string_view page, const MarkupLimits& limits) {
  return MarkupCutter(page, limits).cut();
}

}  // namespace solieu
