// solieu eval: how well predictions, or a fresh extraction, meet gold.
#include <spdlog/spdlog.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>

#include "cli/commands.h"
#include "cli/options.h"
#include "eval/report.h"
#include "link/confidence.h"
#include "solieu/json.h"

namespace solieu::cli {
namespace {

struct EvalOptions {
  std::string gold;
  std::string predictions;
  InputOptions input;
  RulesOptions rules;
  ErrorListing listing;
  std::string earlier;
  std::vector<std::string> floors;  // "0.99" for F1, "status=0.95" for an attribute
  std::string features;
};

// What the confidence of each figure was made from, by article and start.
using FeatureNames = std::map<std::pair<std::string, uint32_t>, std::string>;

void note_features(const ArticleRecord& record, FeatureNames& out) {
  for (const Figure& f : record.figures) {
    std::string& names = out[{record.document->id, f.evidence.source.begin}];
    names = "rule " + std::string(f.rule);
    for (size_t i = 0; i < doubt_names().size(); ++i) {
      if ((f.doubts >> i & 1u) != 0) names.append(",doubt ").append(doubt_names()[i]);
    }
  }
}

// article, whether the figure was right, its features: what tests/tools/calibrate.py reads.
Status write_features(const std::string& path, const Score& score, const FeatureNames& names) {
  std::ofstream out(path);
  for (const Judged& judged : score.judged) {
    const auto found = names.find({judged.article, judged.start});
    if (found == names.end()) continue;
    out << judged.article << '\t' << (judged.right ? 1 : 0) << '\t' << found->second << '\n';
  }
  if (!out.flush()) return Error{Error::Code::kOutput, path, "cannot be written", ""};
  return {};
}

// Runs the extractor over the articles and reads its output as the scorer reads any; keeps the
// sources for the error listing.
Result<ScoredArticles> extract_all(const EvalOptions& options, ErrorListing& listing,
                                   FeatureNames& features) {
  const auto metadata = options.input.read_metadata();
  if (!metadata) return metadata.error();
  const auto extractor = options.rules.load();
  if (!extractor) return extractor.error();
  Inputs source = options.input.open();
  std::string lines;
  while (auto article = source.next()) {
    if (!*article) return article->error();
    const ArticleRecord record =
        extractor->extract(to_input(*metadata, options.input, std::move(**article)).document);
    append_json(record, {}, lines);
    note_features(record, features);
    lines += '\n';
    listing.sources[record.document->id] = record.document->bytes;
  }
  return parse_scored_articles(lines, "extraction");
}

// Names each floor that the score does not reach; an error for one that makes no sense.
Result<std::vector<std::string>> missed_floors(const std::vector<std::string>& floors,
                                               const Score& score) {
  std::vector<std::string> missed;
  for (const std::string& floor : floors) {
    const size_t sign = floor.find('=');
    const std::string name = sign == std::string::npos ? "" : floor.substr(0, sign);
    const auto at = std::ranges::find(kAttributes, name);
    char* end = nullptr;
    const double least = std::strtod(floor.c_str() + (name.empty() ? 0 : sign + 1), &end);
    if (*end != '\0' || least < 0 || least > 1 || (!name.empty() && at == kAttributes.end())) {
      return Error{Error::Code::kUsage, "--at-least " + floor, "is no floor",
                   "give an F1, as in 0.95, or an attribute's accuracy, as in status=0.95"};
    }
    const double got =
        name.empty() ? f1(score.total())
                     : accuracy(score.attributes[static_cast<size_t>(at - kAttributes.begin())]);
    if (got < least) missed.push_back((name.empty() ? "F1" : name) + " is below " + floor);
  }
  return missed;
}

ExitStatus run(const EvalOptions& options) {
  if (options.predictions.empty() == options.input.empty()) {
    return report({Error::Code::kUsage, "", "give either PREDICTIONS or --articles", ""});
  }
  const auto gold = read_scored_articles(options.gold);
  if (!gold) return report(gold.error());
  ErrorListing listing = options.listing;
  FeatureNames features;
  const auto predictions = options.input.empty() ? read_scored_articles(options.predictions)
                                                 : extract_all(options, listing, features);
  if (!predictions) return report(predictions.error());

  const Score now = score(*gold, *predictions);
  if (!options.features.empty()) {
    if (const Status status = write_features(options.features, now, features); !status) {
      return report(status.error());
    }
  }
  std::string out = error_list(now, listing);
  if (!options.earlier.empty()) {
    const auto earlier = read_scored_articles(options.earlier);
    if (!earlier) return report(earlier.error());
    out += difference(score(*gold, *earlier), now, listing);
  }
  out += summary(now);
  std::fwrite(out.data(), 1, out.size(), stdout);
  if (std::fflush(stdout) != 0) {
    return report({Error::Code::kOutput, "standard output", "cannot be written", ""});
  }
  const auto missed = missed_floors(options.floors, now);
  if (!missed) return report(missed.error());
  for (const std::string& floor : *missed) spdlog::error("{}", floor);
  return missed->empty() ? kAllWell : kSomeArticlesFailed;
}

}  // namespace

void add_eval(CLI::App& app, ExitStatus& status) {
  auto options = std::make_shared<EvalOptions>();
  CLI::App& command =
      *app.add_subcommand("eval", "Score predictions against gold: by kind and by attribute");
  command.add_option("GOLD", options->gold, "Gold file, one JSON object per article and line")
      ->required();
  command.add_option("PREDICTIONS", options->predictions, "Output of `solieu extract`");
  command
      .add_option("--articles", options->input.paths,
                  "Extract these files and folders instead of reading PREDICTIONS")
      ->type_name("PATH");
  command
      .add_option("--errors", options->listing.limit, "List up to N errors with their sentences")
      ->type_name("N");
  command
      .add_option("--kind", options->listing.only,
                  "List errors of this kind of figure, or of this attribute, only")
      ->type_name("NAME");
  command
      .add_option("--diff", options->earlier,
                  "Predictions of an earlier run: tell what changed since")
      ->type_name("RUN");
  command
      .add_option("--features", options->features,
                  "Write what each figure's confidence was made from (with --articles)")
      ->type_name("FILE");
  command
      .add_option("--at-least", options->floors,
                  "Exit with status 1 when F1 (0.95) or an attribute (status=0.95) is below this; "
                  "may be repeated")
      ->expected(1)
      ->take_all()
      ->type_name("FLOOR");
  options->input.add_to(command);
  options->rules.add_to(command);
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace solieu::cli
