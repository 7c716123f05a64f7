#include "page/flow.h"

#include <algorithm>
#include <array>

#include "page/attributes.h"
#include "page/characters.h"

namespace solieu {
namespace {

std::string_view name_of(Element element) {
  switch (element) {
    case Element::kDiv:
      return "div";
    case Element::kSection:
      return "section";
    case Element::kArticle:
      return "article";
    case Element::kMain:
      return "main";
    case Element::kHeader:
      return "header";
    case Element::kFigure:
      return "figure";
    case Element::kFigcaption:
      return "figcaption";
    case Element::kParagraph:
      return "p";
    case Element::kHeading1:
      return "h1";
    case Element::kHeading2:
      return "h2";
    case Element::kHeading3:
      return "h3";
    case Element::kList:
      return "ul";
    case Element::kItem:
      return "li";
    case Element::kTable:
      return "table";
    case Element::kRow:
      return "tr";
    case Element::kCell:
    case Element::kHeaderCell:
      return "td";
    case Element::kLink:
      return "a";
    case Element::kSpan:
      return "span";
    case Element::kTime:
      return "time";
    default:
      return "";
  }
}

bool is_hidden(std::string_view attributes) {
  bool hidden = false;
  for_each_attribute(attributes, [&](const Attribute& a) {
    if (same_letters(a.name, "hidden")) hidden = true;
    if (!same_letters(a.name, "style")) return;
    size_t at = a.value.find("display");
    if (at == std::string_view::npos) return;
    at = a.value.find_first_not_of(": ", at + 7);
    hidden = hidden || (at != std::string_view::npos && a.value.substr(at).starts_with("none"));
  });
  return hidden;
}

// What words of a name say holds for blocks only: a <span class="comment"> may be a word of text.
PartSet parts_of(const Node& node, std::string_view page, const Markup& markup,
                 const SiteHints& hints) {
  PartSet parts = 0;
  if (node.element == Element::kNav) parts = bit(Part::kDrop);
  if (node.element == Element::kFooter || node.element == Element::kAside) {
    parts = bit(Part::kMaybeDrop);
  }
  if (node.tag == Node::kNoTag) return parts;
  const std::string_view attributes = markup.tags[node.tag].attributes.of(page);
  parts = static_cast<PartSet>(parts | hints.parts_of(name_of(node.element), attributes));
  if (node.element == Element::kLink) parts &= static_cast<PartSet>(~bit(Part::kMaybeDrop));
  if (attributes.find("none") != std::string_view::npos ||
      attributes.find("hidden") != std::string_view::npos) {
    if (is_hidden(attributes)) parts = static_cast<PartSet>(parts | bit(Part::kDrop));
  }
  return parts;
}

class FlowWriter {
 public:
  FlowWriter(std::string_view page, const Markup& markup, const std::vector<Node>& tree,
             const SiteHints& hints, Rewriter& out)
      : page_(page), markup_(markup), tree_(tree), hints_(hints), out_(out) {}

  Flow write() {
    flow_.of_node.resize(tree_.size());
    flow_.parts.resize(tree_.size());
    for (uint32_t i = 0; i < tree_.size(); ++i) {
      while (!open_.empty() && i >= tree_[open_.back().node].end) leave();
      if (tree_[i].element == Element::kText) {
        flow_.of_node[i].begin = next_line();
        write_run(markup_.runs[tree_[i].tag]);
        flow_.of_node[i].end = next_line();
      } else {
        enter(i);
      }
    }
    while (!open_.empty()) leave();
    const auto end = static_cast<uint32_t>(page_.size());
    if (done_ < end) out_.replace({done_, end}, "", Repair::kDecoded);
    return std::move(flow_);
  }

 private:
  // What surrounds a text.
  struct Context {
    uint32_t node = 0;   // the element itself
    uint32_t block = 0;  // the innermost block
    PartSet parts = 0;
    uint32_t drop = 0;
    uint32_t row = 0;
    uint32_t cell = 0;
    uint32_t item = 0;
    uint8_t heading = 0;
    bool link = false;
    bool raised = false;  // inside of <sup>
    bool caption = false;
    bool title = false;
  };
  enum class Gap : uint8_t { kNothing, kBlank, kLine };

  // The line that the next character will stand in when no border comes before it.
  uint32_t next_line() const {
    const auto lines = static_cast<uint32_t>(flow_.lines.size());
    return gap_ == Gap::kLine || lines == 0 ? lines : lines - 1;
  }

  void border() {
    gap_ = Gap::kLine;
    breaks_ = 2;
  }

  void enter(uint32_t i) {
    const Node& node = tree_[i];
    const Element e = node.element;
    if (e == Element::kBreak || e == Element::kRule) {
      gap_ = Gap::kLine;
      breaks_ += e == Element::kBreak ? 1 : 2;
      flow_.of_node[i] = {next_line(), next_line()};
      return;
    }
    if (e == Element::kImage) {
      image_ = true;
      flow_.of_node[i] = {next_line(), next_line()};
      return;
    }
    Context context = open_.empty() ? Context() : open_.back();
    context.node = i;
    const PartSet parts = flow_.parts[i] = parts_of(node, page_, markup_, hints_);
    // A word in the name of an inline element drops nothing.
    const PartSet inherited =
        is_inline(e) ? static_cast<PartSet>(parts & ~bit(Part::kMaybeDrop)) : parts;
    context.parts = static_cast<PartSet>(context.parts | inherited);
    if (is_inline(e)) {
      // Named neighbours are set apart by the page's style: <span>Thu Hà</span><time>10:05</time>.
      if (behind_inline_ || e == Element::kTime) {
        if (e != Element::kSup && e != Element::kSub) blank();
      }
      if (has(parts, Part::kDrop)) context.drop = i;
    } else {
      border();
      context.block = i;
    }
    if (is_heading(e)) {
      context.heading =
          static_cast<uint8_t>(1 + static_cast<int>(e) - static_cast<int>(Element::kHeading1));
    }
    if (e == Element::kItem) context.item = i;
    if (e == Element::kTable) context.row = context.cell = 0;
    if (e == Element::kRow) context.row = i;
    if (e == Element::kCell || e == Element::kHeaderCell) context.cell = i;
    if (e == Element::kLink && node.tag != Node::kNoTag) {
      context.link = attribute(markup_.tags[node.tag].attributes.of(page_), "href").has_value();
    }
    if (e == Element::kSup) context.raised = true;
    if (e == Element::kFigcaption || e == Element::kTableCaption || has(parts, Part::kCaption)) {
      context.caption = true;
    }
    if (e == Element::kTitle) context.title = true;
    open_.push_back(context);
    flow_.of_node[i].begin = next_line();
  }

  void leave() {
    const uint32_t node = open_.back().node;
    const Element e = tree_[node].element;
    if (!is_inline(e)) border();
    if (e == Element::kTime) blank();
    behind_inline_ = e == Element::kSpan || e == Element::kLink || e == Element::kTime;
    flow_.of_node[node].end =
        std::max(flow_.of_node[node].begin, static_cast<uint32_t>(flow_.lines.size()));
    open_.pop_back();
  }

  const Context& context() const {
    static const Context kPage;
    return open_.empty() ? kPage : open_.back();
  }

  void write_run(const TextRun& run) {
    run_bold_ = run.bold;
    if (context().raised && write_raised(run.span)) return;
    for (uint32_t at = run.span.begin; at < run.span.end;) {
      const char c = page_[at];
      if (is_blank(c)) {
        blank();
        ++at;
      } else if (c == '&') {
        at = write_ampersand(at, run.span.end);
      } else {
        uint32_t end = at + 1;
        while (end < run.span.end && !is_blank(page_[end]) && page_[end] != '&') ++end;
        reach(at);
        done_ = end;
        count(end - at);
        at = end;
      }
    }
  }

  uint32_t write_ampersand(uint32_t at, uint32_t end) {
    const auto entity = read_entity(page_.substr(at, end - at));
    if (!entity) {
      reach(at);
      done_ = at + 1;
      count(1);
      return at + 1;
    }
    if (entity->text.size() == 1 && is_blank(entity->text[0])) {
      blank();
    } else {
      reach(at);
      out_.replace({at, at + entity->bytes}, entity->text, Repair::kDecoded);
      done_ = at + entity->bytes;
      if (entity->text != "\u00A0") count(static_cast<uint32_t>(entity->text.size()));
    }
    return at + entity->bytes;
  }

  // A raised number: an exponent, or what points to a note. True when it was written.
  bool write_raised(Span run) {
    while (!run.empty() && is_blank(page_[run.begin])) ++run.begin;
    while (!run.empty() && is_blank(page_[run.end - 1])) --run.end;
    const std::string_view digits = run.of(page_);
    if (digits.empty() || digits.size() > 2 ||
        digits.find_first_not_of("0123456789") != std::string_view::npos) {
      return false;
    }
    if (after_unit_of_length()) {
      if (gap_ == Gap::kBlank) gap_ = Gap::kNothing;
      return false;
    }
    static constexpr std::array<std::string_view, 10> kRaised = {"⁰", "¹", "²", "³", "⁴",
                                                                 "⁵", "⁶", "⁷", "⁸", "⁹"};
    reach(run.begin);
    std::string raised;
    for (const char digit : digits) raised += kRaised[static_cast<size_t>(digit - '0')];
    out_.replace(run, raised, Repair::kDecoded);
    done_ = run.end;
    count(static_cast<uint32_t>(raised.size()));
    return true;
  }

  bool after_unit_of_length() const {
    uint32_t begin = done_;
    while (begin > 0 && is_ascii_letter(page_[begin - 1]) && done_ - begin < 4) --begin;
    const std::string_view word = page_.substr(begin, done_ - begin);
    for (const std::string_view unit : {"m", "km", "cm", "dm", "mm", "dam", "hm", "M"}) {
      if (word == unit) return true;
    }
    return false;
  }

  void blank() {
    if (gap_ == Gap::kNothing) gap_ = Gap::kBlank;
  }

  // Closes the gap between what was written last and byte `at`.
  void reach(uint32_t at) {
    const bool first = flow_.lines.empty();
    const bool new_line = first || gap_ == Gap::kLine;
    if (done_ < at) {
      const std::string_view with = first                 ? std::string_view()
                                    : gap_ == Gap::kLine  ? std::string_view(&kLineMark, 1)
                                    : gap_ == Gap::kBlank ? " "
                                                          : "";
      out_.replace({done_, at}, with, Repair::kDecoded);
    }
    if (new_line) begin_line();
    gap_ = Gap::kNothing;
    breaks_ = 0;
    behind_inline_ = false;
  }

  void begin_line() {
    const Context& c = context();
    FlowLine line;
    line.node = c.block;
    line.parts = c.parts;
    line.drop = c.drop;
    line.row = c.row;
    line.cell = c.cell;
    line.heading = c.heading;
    line.caption = c.caption;
    line.page_title = c.title;
    line.broken_off = breaks_ == 1 && !flow_.lines.empty() && flow_.lines.back().node == c.block;
    line.after_image = image_;
    line.item = c.item != 0 && c.item != last_item_;
    last_item_ = c.item;
    image_ = false;
    flow_.lines.push_back(line);
  }

  void count(uint32_t bytes) {
    FlowLine& line = flow_.lines.back();
    line.bytes += bytes;
    if (context().link) line.link_bytes += bytes;
    if (run_bold_) line.bold_bytes += bytes;
  }

  std::string_view page_;
  const Markup& markup_;
  const std::vector<Node>& tree_;
  const SiteHints& hints_;
  Rewriter& out_;
  Flow flow_;
  std::vector<Context> open_;
  uint32_t done_ = 0;  // bytes of the page that are written or replaced
  Gap gap_ = Gap::kNothing;
  int breaks_ = 2;  // <br> since the last character; 2 stands for any border
  bool image_ = false;
  bool run_bold_ = false;
  bool behind_inline_ = false;  // nothing but markup since the end of a named inline element
  uint32_t last_item_ = 0;
};

}  // namespace

Flow flow_text(std::string_view page, const Markup& markup, const std::vector<Node>& tree,
               const SiteHints& hints, Rewriter& out) {
  return FlowWriter(page, markup, tree, hints, out).write();
}

void place_lines(std::string_view text, Flow& flow) {
  uint32_t at = 0;
  for (FlowLine& line : flow.lines) {
    const size_t mark = text.find(kLineMark, at);
    const auto end = static_cast<uint32_t>(mark == std::string_view::npos ? text.size() : mark);
    line.span = {at, end};
    at = std::min<uint32_t>(end + 1, static_cast<uint32_t>(text.size()));
    // No-break spaces have become blanks by now.
    while (!line.span.empty() && is_blank(text[line.span.begin])) ++line.span.begin;
    while (!line.span.empty() && is_blank(text[line.span.end - 1])) --line.span.end;
  }
}

}  // namespace solieu
