#include "solieu/extractor.h"

#include "base/sha256.h"
#include "grammar/rule_set.h"
#include "link/link.h"
#include "page/page.h"
#include "segment/layout.h"
#include "text/clean_text.h"

namespace solieu {
namespace {

// What plain text and pages have in common from here on.
struct Article {
  CleanText clean;
  Layout layout;
  std::string title, byline, site, url, published, modified;
  ArticleStatus status = ArticleStatus::kOk;
};

Article from_text(const Document& source, const RuleSet& rules) {
  Article out;
  out.clean = clean(source.bytes, {.encoding = source.encoding, .declared = {}});
  const std::string_view text = out.clean.text();
  out.layout = lay_out(text, source.metadata, rules.layout_cues());
  out.title = out.layout.title.of(text);
  out.byline = out.layout.byline.of(text);
  out.published = out.layout.published;
  return out;
}

Article from_page(const Document& source, const RuleSet& rules) {
  Page page = read_page(source, rules.site_hints(), rules.layout_cues());
  Article out{std::move(page.clean),     std::move(page.layout),   std::move(page.title),
              std::move(page.byline),    std::move(page.site),     std::move(page.url),
              std::move(page.published), std::move(page.modified), page.status};
  return out;
}

std::vector<AnalysedSentence> analyse(const RuleSet& rules, std::string_view text,
                                      const Layout& layout) {
  std::vector<AnalysedSentence> out;
  std::vector<Span> spans;
  for (uint32_t b = 0; b < layout.blocks.size(); ++b) {
    const Block& block = layout.blocks[b];
    if (block.kind == BlockKind::kChrome || block.kind == BlockKind::kDateLine) continue;
    spans.clear();
    if (block.kind == BlockKind::kTableRow && !layout.cells.empty()) {
      for (const TableCell& cell : layout.cells) {
        if (block.span.contains(cell.span)) split_sentences(text, cell.span, spans);
      }
    }
    if (spans.empty()) split_sentences(text, block.span, spans);
    for (const Span span : spans) {
      AnalysedSentence& sentence = out.emplace_back();
      sentence.span = span;
      sentence.block = b;
      itemise(rules, text, span, sentence.items);
      find_mentions(rules, text, sentence.items, sentence.mentions);
    }
  }
  return out;
}

}  // namespace

Result<Extractor> Extractor::load(const ExtractorOptions& options) {
  auto rules = RuleSet::load(options.rules, options.rules_extra);
  if (!rules) return rules.error();
  return Extractor(std::shared_ptr<const RuleSet>(std::move(*rules)));
}

ArticleRecord Extractor::extract(Document document) const {
  ArticleRecord record;
  record.document = std::make_unique<Document>(std::move(document));
  const Document& source = *record.document;
  record.sha256 = to_hex(sha256(source.bytes));
  record.rules = rules_->sha256();

  Article article =
      source.media_type == "text/html" ? from_page(source, *rules_) : from_text(source, *rules_);
  const CleanText& cleaned = article.clean;
  const std::string_view text = cleaned.text();
  record.text = text;
  record.encoding = cleaned.encoding();
  record.warnings = cleaned.warnings();
  record.status = article.status;
  const Layout& layout = article.layout;
  const Metadata& known = source.metadata;
  const auto choose = [&](const std::optional<std::string>& given, std::string& found) {
    return given ? std::string_view(*given) : record.arena->store(std::move(found));
  };
  record.title = choose(known.title, article.title);
  record.byline = record.arena->store(std::move(article.byline));
  record.site = choose(known.site, article.site);
  record.url = choose(known.url, article.url);
  record.published = choose(known.date, article.published);
  record.modified = record.arena->store(std::move(article.modified));

  const auto sentences = analyse(*rules_, text, layout);
  link({*rules_, cleaned, layout, sentences}, record);
  if (record.status == ArticleStatus::kOk &&
      text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    record.status = ArticleStatus::kEmpty;
    record.warnings.push_back({"empty_article", "the text is empty", 1, std::nullopt});
  }
  record.clean_storage = article.clean.release_storage();
  return record;
}

}  // namespace solieu
