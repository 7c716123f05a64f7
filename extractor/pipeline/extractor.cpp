#include "solieu/extractor.h"

#include <algorithm>

#include "base/sha256.h"
#include "grammar/rule_set.h"
#include "link/link.h"
#include "pipeline/article.h"
#include "pipeline/workspaces.h"
#include "segment/layout.h"
#include "text/clean_text.h"

namespace solieu {
namespace {

using Clock = std::chrono::steady_clock;

// Stops early when the time is over.
std::span<const AnalysedSentence> analyse(const RuleSet& rules, std::string_view text,
                                          const Layout& layout, Clock::time_point deadline,
                                          Workspace& workspace) {
  size_t count = 0;
  std::vector<Span> spans;
  const auto found = [&] { return std::span(workspace.sentences).first(count); };
  for (uint32_t b = 0; b < layout.blocks.size(); ++b) {
    const Block& block = layout.blocks[b];
    if (block.kind == BlockKind::kChrome || block.kind == BlockKind::kDateLine) continue;
    spans.clear();
    if (block.kind == BlockKind::kTableRow && !layout.cells.empty()) {
      auto cell = std::ranges::lower_bound(layout.cells, block.span.begin, {},
                                           [](const TableCell& c) { return c.span.begin; });
      for (; cell != layout.cells.end() && block.span.contains(cell->span); ++cell) {
        split_sentences(text, cell->span, spans);
      }
    }
    if (spans.empty()) split_sentences(text, block.span, spans);
    workspace.clock.end(StageClock::kLayout);
    for (const Span span : spans) {
      if (Clock::now() > deadline) return found();
      if (count == workspace.sentences.size()) workspace.sentences.emplace_back();
      AnalysedSentence& sentence = workspace.sentences[count++];
      sentence.span = span;
      sentence.block = b;
      itemise(rules, text, span, sentence.items);
    }
    workspace.clock.end(StageClock::kItems);
  }
  // By stages, not by sentences: the tables of each are in the cache while it works.
  for (AnalysedSentence& sentence : found()) {
    if (Clock::now() > deadline) break;
    workspace.finder.find(text, sentence.items, sentence.mentions);
  }
  workspace.clock.end(StageClock::kMentions);
  return found();
}

Error too_late(const std::string& place) {
  return {Error::Code::kInput, place, "takes longer than the deadline allows",
          "allow more time, or look whether it is an article"};
}

}  // namespace

Extractor::Extractor(std::shared_ptr<const RuleSet> rules, bool profile)
    : rules_(std::move(rules)),
      linking_(std::make_shared<const LinkRules>(*rules_)),
      workspaces_(std::make_shared<Workspaces>(*rules_, profile)) {}

ExtractionProfile Extractor::profile() const { return workspaces_->profile(); }

Result<Extractor> Extractor::load(const ExtractorOptions& options) {
  auto rules = RuleSet::load(options.rules, options.rules_extra);
  if (!rules) return rules.error();
  return Extractor(std::shared_ptr<const RuleSet>(std::move(*rules)), options.profile);
}

ArticleRecord Extractor::extract(Document document) const {
  // There is always time left until then.
  return extract(std::move(document), Clock::time_point::max()).value();
}

Result<ArticleRecord> Extractor::extract(Document document, Clock::time_point deadline) const {
  auto workspace = workspaces_->take();
  StageClock& clock = workspace->clock;
  clock.begin();
  ArticleRecord record;
  record.document = std::make_unique<Document>(std::move(document));
  const Document& source = *record.document;
  record.sha256 = to_hex(sha256(source.bytes));
  record.source_size = source.bytes.size();
  clock.end(StageClock::kHash);
  record.captured_at = source.captured_at;
  record.rules = rules_->sha256();

  Page article = read_article(source, *rules_);
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
  clock.end(StageClock::kText);
  if (Clock::now() > deadline) {
    workspaces_->give_back(std::move(workspace));
    return too_late(source.uri);
  }

  if (source.truncated && record.status == ArticleStatus::kOk) {
    record.status = ArticleStatus::kTruncated;
  }
  const auto sentences = analyse(*rules_, text, layout, deadline, *workspace);
  const bool late = Clock::now() > deadline;
  if (!late) link({*rules_, *linking_, cleaned, layout, sentences}, record);
  clock.end(StageClock::kLink);
  workspaces_->give_back(std::move(workspace));
  if (late) return too_late(source.uri);
  if (record.status == ArticleStatus::kEmpty) {
    record.warnings.push_back({"empty_article", "the text is empty", 1, std::nullopt});
  }
  record.clean_storage = article.clean.release_storage();
  record.offsets = article.clean.release_offsets();
  return record;
}

}  // namespace solieu
