#include "pipeline/article.h"

#include "grammar/rule_set.h"

namespace solieu {
namespace {

Page read_text(const Document& document, const RuleSet& rules, bool tell_left_out) {
  Page out;
  out.clean = clean(document.bytes,
                    {.encoding = document.encoding, .declared = document.declared_encoding});
  const std::string_view text = out.clean.text();
  out.layout = lay_out(text, document.metadata, rules.layout_cues());
  out.title = out.layout.title.of(text);
  out.byline = out.layout.byline.of(text);
  out.published = out.layout.published;
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    out.status = ArticleStatus::kEmpty;
  }
  if (!tell_left_out) return out;
  add_candidate(out.candidates.titles, out.title, "text", 0);
  add_candidate(out.candidates.bylines, out.byline, "text", 0);
  add_candidate(out.candidates.published, out.published, "text", 0);
  for (const Block& block : out.layout.blocks) {
    if (block.kind != BlockKind::kChrome) continue;
    out.left_out.push_back(
        {"page chrome", std::string(block.span.of(text)), out.clean.to_source(block.span)});
  }
  return out;
}

}  // namespace

Page read_article(const Document& document, const RuleSet& rules, bool tell_left_out) {
  if (document.media_type == "text/html") {
    return read_page(document, rules.site_hints(), rules.layout_cues(), tell_left_out);
  }
  return read_text(document, rules, tell_left_out);
}

}  // namespace solieu
