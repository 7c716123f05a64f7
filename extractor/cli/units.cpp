// solieu units: the organisations and administrative units of a text, and why each was taken for
// what.
#include "link/units.h"

#include <cstdio>

#include "cli/commands.h"
#include "cli/options.h"
#include "grammar/rule_set.h"

namespace solieu::cli {
namespace {

std::string text_of(std::string_view view) { return std::string(view); }

const char* name_of_role(UnitRole role) {
  constexpr const char* kNames[] = {"object", "subject", "topic",  "giver", "part of the subject",
                                    "office", "source",  "awarder"};
  return kNames[static_cast<size_t>(role)];
}

const char* name_of_form(UnitMention::Form form) {
  constexpr const char* kNames[] = {"named", "by level", "short", "several", "country", "region"};
  return kNames[static_cast<size_t>(form)];
}

void print_candidates(const Gazetteer& gazetteer, const ArticleUnits& units, const ArticleUnit& m) {
  if (m.mention.place_name < 0) return;
  const int32_t chosen = m.entity < 0 ? -1 : units.entity(m.entity).unit;
  for (const NamedUnit& n : gazetteer.named(m.mention.place_name)) {
    const AdminUnit& row = gazetteer.unit(n.unit);
    if ((bit(row.level) & m.mention.place_levels) == 0) continue;
    const InForce force = gazetteer.in_force(n.unit, units.day());
    if (force == InForce::kNo && chosen != static_cast<int32_t>(n.unit)) continue;
    const int32_t province = gazetteer.province_of(n.unit, units.day());
    const std::string where =
        province < 0 || row.level == UnitLevel::kProvince
            ? std::string()
            : ", " + text_of(gazetteer.unit(static_cast<uint32_t>(province)).name);
    std::printf("      %s %s %s%s%s%s%s\n", chosen == static_cast<int32_t>(n.unit) ? "*" : "-",
                text_of(row.code).c_str(), (text_of(row.type) + " " + text_of(row.name)).c_str(),
                where.c_str(), force == InForce::kUnknown ? " (in force?)" : "",
                province >= 0 && province == units.home() ? " (home of the article)" : "",
                n.use == NameUse::kOld ? " (old name)" : "");
  }
}

ExitStatus run(const RulesOptions& options, const std::string& file, const std::string& date,
               const std::string& site) {
  const auto read = read_source(file);
  if (!read) return report(read.error());
  const std::string& source = *read;
  const auto extractor = options.load();
  if (!extractor) return report(extractor.error());
  const RuleSet& rules = extractor->rules();
  const CleanText cleaned = clean(source);
  Metadata metadata;
  if (!date.empty()) metadata.date = date;
  const Layout layout = lay_out(cleaned.text(), metadata, rules.layout_cues());
  std::vector<AnalysedSentence> sentences;
  for (uint32_t b = 0; b < layout.blocks.size(); ++b) {
    const Block& block = layout.blocks[b];
    if (block.kind == BlockKind::kChrome || block.kind == BlockKind::kDateLine) continue;
    std::vector<Span> spans;
    split_sentences(cleaned.text(), block.span, spans);
    for (const Span span : spans) {
      sentences.push_back({span, b, {}, {}});
      itemise(rules, cleaned.text(), span, sentences.back().items);
    }
  }
  const LinkRules linking(rules);
  const Analysis analysis{rules, linking, cleaned, layout, sentences};
  ArticleRecord record;
  record.published = date.empty() ? std::string_view(layout.published) : std::string_view(date);
  record.site = site;
  const ArticleUnits units(analysis, record);
  const Gazetteer& gazetteer = rules.gazetteer();
  std::printf(
      "day %u, home %s, protagonist %s\n", units.day(),
      units.home() < 0 ? "none"
                       : text_of(gazetteer.unit(static_cast<uint32_t>(units.home())).name).c_str(),
      units.protagonist() < 0 ? "none" : text_of(units.entity(units.protagonist()).name).c_str());
  for (const UnitEntity& e : units.entities()) {
    std::printf("  %-40s weight %d, %u mentions, %u as subject%s\n", text_of(e.name).c_str(),
                e.weight, e.mentions, e.subjects, e.in_title ? ", in the title" : "");
  }
  uint32_t sentence = UINT32_MAX;
  for (const ArticleUnit& m : units.mentions()) {
    if (m.sentence != sentence) {
      sentence = m.sentence;
      std::printf("\n%s\n", text_of(sentences[sentence].span.of(cleaned.text())).c_str());
    }
    std::printf("  [%s] %s, %s", text_of(m.mention.span.of(cleaned.text())).c_str(),
                name_of_form(m.mention.form), name_of_role(m.role));
    if (m.entity < 0) {
      std::printf(": stands for nothing that the article names\n");
    } else {
      const UnitEntity& e = units.entity(m.entity);
      std::printf(": %s, %s%s, weight %d\n", text_of(e.name).c_str(),
                  text_of(units.iso(e.province)).c_str(), e.fallen_back ? " (home)" : "", e.weight);
    }
    print_candidates(gazetteer, units, m);
  }
  return kAllWell;
}

}  // namespace

void add_units(CLI::App& app, ExitStatus& status) {
  auto* command =
      app.add_subcommand("units", "Show the organisations and places of a text, and why");
  auto options = std::make_shared<RulesOptions>();
  auto file = std::make_shared<std::string>("-");
  auto date = std::make_shared<std::string>();
  auto site = std::make_shared<std::string>();
  command->add_option("FILE", *file, "A text; - is standard input");
  command->add_option("--date", *date, "The day of the article (YYYY-MM-DD)");
  command->add_option("--site", *site, "The site that the article stands on");
  options->add_to(*command);
  command->callback([=, &status] { status = run(*options, *file, *date, *site); });
}

}  // namespace solieu::cli
