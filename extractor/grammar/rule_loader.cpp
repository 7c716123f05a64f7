// Reads a rule folder: lexicon/*.tsv, then *.toml in the order of their names.
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>
#include <deque>
#include <future>
#include <map>
#include <set>

#include "base/sha256.h"
#include "base/tsv.h"
#include "grammar/rule_set.h"
#include "text/fold.h"

namespace solieu {

namespace fs = std::filesystem;

class RuleLoader {
 public:
  RuleLoader() : set_(new RuleSet) {}

  Status read_folder(const fs::path& folder);
  Result<std::unique_ptr<RuleSet>> finish();

 private:
  using Atom = Program::Atom;

  Status read_toml(const fs::path& path, const std::string& text);
  void lint_text(std::string_view text, const std::string& file);
  Status read_rule(const toml::table& table, Rule& rule);
  Status read_attribute(const toml::table& table, AttributeRule& rule);
  Status read_examples(const toml::table& table, std::vector<RuleExample>& out);
  Status compile_rule(const toml::table& table, Rule& rule, uint32_t index);
  Status compile_context(const toml::table& table, RuleContext& context);
  Result<PatternNode> pattern(const toml::table& table, std::string_view key);
  Status parse_into(std::string_view text, const std::string& place, PatternNode& out,
                    int depth = 0);
  Status expand(PatternNode& node, const std::string& place, int depth);
  Status add_literals(const PatternNode& node);
  std::vector<Atom> resolve(const PatternNode& node);
  static std::vector<Atom> resolve_thunk(void* self, const PatternNode& node) {
    return static_cast<RuleLoader*>(self)->resolve(node);
  }
  uint16_t predicate(Predicate p, std::string key);
  std::string place_of(const toml::node& node) const {
    return file_ + ":" + std::to_string(node.source().begin.line);
  }
  Error error(const toml::node& node, std::string message, std::string remedy = {}) const {
    return {Error::Code::kRules, place_of(node), std::move(message), std::move(remedy)};
  }

  struct Source {  // a table kept until all lexicons are read
    std::string file;
    const toml::table* table;  // in documents_; a copy would lose its line
    bool attribute;
  };

  std::unique_ptr<RuleSet> set_;
  std::string file_;
  std::string hashed_;
  std::deque<toml::table> documents_;
  std::vector<Source> sources_;
  std::map<std::string, std::pair<std::string, std::string>> patterns_;  // name: pattern, place
  std::map<std::string, uint16_t> predicate_ids_;
  std::set<std::string> used_patterns_;
  std::set<ConceptId> used_concepts_;
};

Status RuleLoader::read_folder(const fs::path& folder) {
  std::error_code failed;
  std::vector<fs::path> lexicons;
  std::vector<fs::path> rules;
  std::vector<fs::path> sites;
  for (const auto& [sub, ending, out] :
       {std::tuple{folder / "lexicon", ".tsv", &lexicons}, std::tuple{folder, ".toml", &rules},
        std::tuple{folder / "sites", ".tsv", &sites}}) {
    for (const auto& file : fs::directory_iterator(sub, failed)) {
      if (file.path().extension() == ending) out->push_back(file.path());
    }
    std::ranges::sort(*out);
  }
  if (lexicons.empty() && rules.empty()) {
    return Error{Error::Code::kRules, folder.string(), "there are no rules here",
                 "name a folder that holds *.toml rule files and lexicon/*.tsv with --rules"};
  }
  // The gazetteer needs nothing of the rest and takes a good part of the time.
  std::string places_hashed;
  std::future<Result<Gazetteer>> gazetteer;
  if (const fs::path places = folder / "gazetteer"; fs::exists(places / "units.tsv", failed)) {
    gazetteer = std::async(std::launch::async, [places, &places_hashed] {
      return Gazetteer::load(places, places_hashed);
    });
  }
  for (const auto& path : lexicons) {
    auto text = read_file(path);
    if (!text) return text.error();
    hashed_ += *text;
    lint_text(*text, path.string());
    auto table = TsvTable::parse(std::move(*text), path.string());
    if (!table) return table.error();
    if (const Status status = set_->lexicon_.add_table(*table, set_->concepts_); !status)
      return status;
  }
  const auto read_table = [&](const fs::path& path, auto add) -> Status {
    if (!fs::exists(path, failed)) return {};
    auto text = read_file(path);
    if (!text) return text.error();
    hashed_ += *text;
    lint_text(*text, path.string());
    auto table = TsvTable::parse(std::move(*text), path.string());
    if (!table) return table.error();
    return add(*table);
  };
  for (const Status& status :
       {read_table(folder / "layout.tsv",
                   [&](const TsvTable& t) { return set_->layout_cues_.add(t); }),
        read_table(folder / "confidence.tsv",
                   [&](const TsvTable& t) { return set_->confidence_table_.add(t); })}) {
    if (!status) return status;
  }
  for (const auto& path : sites) {
    const auto add = [&](const TsvTable& t) { return set_->site_hints_.add(t); };
    if (const Status status = read_table(path, add); !status) return status;
  }
  if (gazetteer.valid()) {
    auto loaded = gazetteer.get();
    if (!loaded) return loaded.error();
    hashed_ += places_hashed;
    set_->gazetteer_ = std::move(*loaded);
  }
  for (const auto& path : rules) {
    auto text = read_file(path);
    if (!text) return text.error();
    hashed_ += *text;
    lint_text(*text, path.string());
    if (const Status status = read_toml(path, *text); !status) return status;
  }
  return {};
}

// Slips that break no rule but make it miss: a combining mark (no Vietnamese text in NFC has one),
// and the word boundaries of regular expressions, which patterns do not know.
void RuleLoader::lint_text(std::string_view text, const std::string& file) {
  int line = 1;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto complain = [&](const char* message) {
      set_->lints_.push_back({file + ":" + std::to_string(line), message});
    };
    if (byte == '\n') ++line;
    if (byte == 0xCC ||
        (byte == 0xCD && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) <= 0xAF)) {
      complain("the text is not in normalisation form C: it has a combining mark");
    }
    if (byte == '\\' && i + 1 < text.size() && (text[i + 1] == 'b' || text[i + 1] == 'w')) {
      complain("patterns know no \\b and no \\w: items are whole words already");
    }
  }
}

Status RuleLoader::read_toml(const fs::path& path, const std::string& text) {
  file_ = path.string();
  auto parsed = toml::parse(text, file_);
  if (!parsed) {
    const auto& e = parsed.error();
    return Error{Error::Code::kRules, file_ + ":" + std::to_string(e.source().begin.line),
                 std::string(e.description()), "correct the TOML"};
  }
  for (const auto& [key, node] : documents_.emplace_back(std::move(parsed).table())) {
    if (key == "patterns" && node.is_table()) {
      for (const auto& [name, value] : *node.as_table()) {
        const auto text_value = value.value<std::string>();
        if (!text_value) return error(value, "a pattern must be a string");
        patterns_[std::string(name.str())] = {*text_value, place_of(value)};
      }
      continue;
    }
    if ((key != "rule" && key != "attribute") || !node.is_array()) {
      return error(node, "unknown section '" + std::string(key.str()) + "'",
                   "a rule file has [patterns], [[rule]] and [[attribute]]");
    }
    for (const auto& element : *node.as_array()) {
      if (!element.is_table()) return error(element, "a rule must be a table");
      sources_.push_back({file_, element.as_table(), key == "attribute"});
    }
  }
  return {};
}

namespace {

const std::set<std::string_view> kRuleKeys = {
    "id",           "about",   "kind", "match",  "before", "after",  "unless_before",
    "unless_after", "value",   "low",  "high",   "of",     "unit",   "modifier",
    "time",         "counted", "per",  "status", "scope",  "accept", "reject"};
const std::set<std::string_view> kAttributeKeys = {
    "id",     "about", "set",           "to",           "take",   "kinds", "single",
    "before", "after", "unless_before", "unless_after", "accept", "reject"};

}  // namespace

Status RuleLoader::read_examples(const toml::table& table, std::vector<RuleExample>& out) {
  const auto add = [&](const char* key, bool accept) -> Status {
    const auto* list = table[key].as_array();
    if (list == nullptr || list->empty()) {
      return error(table, std::string("the rule has no '") + key + "' examples",
                   "give at least one sentence that it must accept and one that it must reject");
    }
    for (const auto& node : *list) {
      RuleExample example;
      example.place = place_of(node);
      example.accept = accept;
      if (const auto* fields = node.as_table()) {
        for (const auto& [name, member] : {std::pair{"text", &RuleExample::text},
                                           {"quote", &RuleExample::quote},
                                           {"value", &RuleExample::value},
                                           {"low", &RuleExample::low},
                                           {"high", &RuleExample::high},
                                           {"of", &RuleExample::of},
                                           {"unit", &RuleExample::unit},
                                           {"modifier", &RuleExample::modifier},
                                           {"iso", &RuleExample::iso},
                                           {"counted", &RuleExample::counted},
                                           {"per", &RuleExample::per}}) {
          const auto field = (*fields)[name];
          if (!field) continue;
          if (const auto number = field.value_exact<int64_t>()) {
            example.*member = std::to_string(*number);
          } else if (const auto text = field.value_exact<std::string>()) {
            example.*member = *text;
          } else {
            return error(node, std::string("'") + name + "' must be a string or an integer",
                         "write decimals as strings, so that none passes through a double");
          }
        }
      } else if (const auto text = node.value<std::string>()) {
        example.text = *text;
      }
      if (example.text.empty() || (accept && example.quote.empty())) {
        return error(node, "the example lacks its text or quote");
      }
      if (accept && example.text.find(example.quote) == std::string::npos) {
        return error(node, "the quote does not stand in the example's text");
      }
      out.push_back(std::move(example));
    }
    return {};
  };
  if (const Status status = add("accept", true); !status) return status;
  return add("reject", false);
}

Status RuleLoader::expand(PatternNode& node, const std::string& place, int depth) {
  if (node.type == PatternNode::Type::kItem) {
    const auto named = patterns_.find(node.text);
    if (named == patterns_.end()) return {};
    used_patterns_.insert(node.text);
    return parse_into(named->second.first, named->second.second, node, depth + 1);
  }
  for (auto& child : node.children) {
    if (const Status status = expand(child, place, depth); !status) return status;
  }
  return {};
}

Status RuleLoader::parse_into(std::string_view text, const std::string& place, PatternNode& out,
                              int depth) {
  if (depth > 8) {
    return Error{Error::Code::kRules, place, "named patterns refer to each other in a circle", ""};
  }
  auto parsed = parse_pattern(text);
  if (!parsed) {
    Error e = parsed.error();
    e.place = place;
    return e;
  }
  out = std::move(*parsed);
  return expand(out, place, depth);
}

Result<PatternNode> RuleLoader::pattern(const toml::table& table, std::string_view key) {
  PatternNode node;
  const auto text = table[key].value<std::string>();
  if (!text) return error(table, "'" + std::string(key) + "' must be a string");
  if (const Status status = parse_into(*text, place_of(table), node); !status)
    return status.error();
  return node;
}

// Words written out in patterns join the lexicon, so that the tokeniser knows them. A word that
// only stands inside longer entries would never be seen alone; such literals are segmented like
// text.
Status RuleLoader::add_literals(const PatternNode& node) {
  if (node.type == PatternNode::Type::kLiteral) {
    const std::string folded = fold(node.text);
    std::vector<Token> tokens;
    tokenise(folded, {0, static_cast<uint32_t>(folded.size())}, tokens);
    for (const auto& token : tokens) {
      const auto word = token.span.of(folded);
      const ConceptId id = set_->concepts_.intern("=" + std::string(word));
      set_->lexicon_.add(word, {id, std::nullopt, ""}, false, "a pattern");
    }
  }
  for (const auto& child : node.children) {
    if (const Status status = add_literals(child); !status) return status;
  }
  return {};
}

uint16_t RuleLoader::predicate(Predicate p, std::string key) {
  const auto [it, added] =
      predicate_ids_.try_emplace(std::move(key), static_cast<uint16_t>(set_->predicates_.size()));
  if (added) set_->predicates_.push_back(std::move(p));
  return it->second;
}

std::vector<Program::Atom> RuleLoader::resolve(const PatternNode& node) {
  std::vector<Atom> out;
  if (node.type == PatternNode::Type::kLiteral) {
    // Segment as text is segmented: the longest entry at each place.
    const std::string folded = fold(node.text);
    std::vector<Token> tokens;
    tokenise(folded, {0, static_cast<uint32_t>(folded.size())}, tokens);
    std::vector<SyllableIds> ids;
    for (const auto& token : tokens) ids.push_back(set_->lexicon_.ids(token.span.of(folded)));
    for (size_t i = 0; i < tokens.size();) {
      const LexiconMatch match = set_->lexicon_.match(ids, i);
      const auto& surface = set_->lexicon_.entry(match.entry).surface;
      const ConceptId id = set_->concepts_.intern("=" + surface);
      set_->lexicon_.add(surface, {id, std::nullopt, ""}, false, "a pattern");
      out.push_back({predicate({{{{id}, {}}}}, "=" + surface), static_cast<int16_t>(id)});
      i += match.tokens;
    }
    return out;
  }
  Predicate p;
  for (const auto& term : node.terms) {
    auto& t = p.terms.emplace_back();
    for (const auto& name : term.all) t.all.push_back(set_->concepts_.intern(name));
    for (const auto& name : term.none) t.none.push_back(set_->concepts_.intern(name));
    for (const auto id : t.all) used_concepts_.insert(id);
    std::ranges::sort(t.all);
    std::ranges::sort(t.none);
  }
  const auto& first = node.terms.front().all;
  const int16_t capture =
      first.empty() ? int16_t{-1} : static_cast<int16_t>(set_->concepts_.intern(first.front()));
  out.push_back({predicate(std::move(p), node.text), capture});
  return out;
}

Status RuleLoader::compile_context(const toml::table& table, RuleContext& context) {
  Program& program = set_->program_;
  for (const auto& [key, member] :
       {std::pair{"before", &RuleContext::before}, {"after", &RuleContext::after}}) {
    if (!table.contains(key)) continue;
    auto node = pattern(table, key);
    if (!node) return node.error();
    context.*member = program.add(*node, member == &RuleContext::before, 0, resolve_thunk, this);
  }
  for (const auto& [key, member] : {std::pair{"unless_before", &RuleContext::unless_before},
                                    {"unless_after", &RuleContext::unless_after}}) {
    if (!table.contains(key)) continue;
    auto node = pattern(table, key);
    if (!node) return node.error();
    (context.*member)
        .push_back(
            program.add(*node, member == &RuleContext::unless_before, 0, resolve_thunk, this));
  }
  return {};
}

Status RuleLoader::compile_rule(const toml::table& table, Rule& rule, uint32_t index) {
  auto match = pattern(table, "match");
  if (!match) return match.error();
  if (matches_nothing(*match)) {
    return error(table, "the pattern of '" + rule.id + "' can match nothing",
                 "make at least one item in 'match' obligatory");
  }
  if (const Status status = compile_context(table, rule.context); !status) return status;
  // The automaton sees match and after in a row; the exact matcher runs them one by one.
  Program& program = set_->program_;
  PatternNode after;
  if (table.contains("after")) after = pattern(table, "after").value();
  const uint32_t accept = program.add(after, false, index, resolve_thunk, this);
  rule.match_and_after = program.add_before(*match, false, accept, resolve_thunk, this);
  rule.match = program.add(*match, false, index, resolve_thunk, this);
  return {};
}

Status RuleLoader::read_rule(const toml::table& table, Rule& rule) {
  rule.place = place_of(table);
  for (const auto& [key, value] : table) {
    if (!kRuleKeys.contains(key.str())) {
      return error(value, "unknown key '" + std::string(key.str()) + "' in a rule",
                   "see \"Rules\" in rules/README.md");
    }
  }
  rule.id = table["id"].value_or(std::string());
  rule.about = table["about"].value_or(std::string());
  if (rule.id.empty()) return error(table, "the rule has no id");
  const auto kind_name = table["kind"].value_or(std::string());
  if (kind_name == "none") {
    rule.outcome = Rule::Outcome::kNothing;
  } else if (kind_name == "date") {
    rule.outcome = Rule::Outcome::kDate;
    const auto shape = time_shape_named(table["time"].value_or(std::string()));
    if (!shape) {
      return error(table, "a date rule needs 'time' to say how its captures make a period",
                   "see \"Dates\" in rules/README.md; \"none\" only masks");
    }
    rule.time = *shape;
  } else if (kind_name == "cue") {
    rule.outcome = Rule::Outcome::kCue;
    const auto status = table["status"].value_or(std::string());
    const auto scope = table["scope"].value_or(std::string("sentence"));
    if ((status != "target" && status != "actual") ||
        (scope != "sentence" && scope != "paragraph")) {
      return error(table, "a cue needs 'status', target or actual, and may have a 'scope'",
                   "the scope is \"sentence\" or \"paragraph\"");
    }
    rule.status = status == "target" ? FigureStatus::kTarget : FigureStatus::kActual;
    rule.paragraph_scope = scope == "paragraph";
  } else if (const auto kind = kind_named(kind_name)) {
    rule.outcome = Rule::Outcome::kFigure;
    rule.kind = *kind;
  } else {
    return error(table, "unknown kind '" + kind_name + "'",
                 "use a kind of figure, \"date\", \"cue\", or \"none\" for what is no figure");
  }
  if (table.contains("modifier")) {
    const auto modifier = modifier_named(table["modifier"].value_or(std::string()));
    if (!modifier) return error(table, "unknown modifier");
    rule.modifier = *modifier;
  }
  for (const auto& [key, member] : {std::pair{"value", &Rule::value},
                                    {"low", &Rule::low},
                                    {"high", &Rule::high},
                                    {"of", &Rule::of}}) {
    const auto text = table[key].value<std::string>();
    if (!text) continue;
    auto expression = parse_expression(*text, set_->concepts_);
    if (!expression) {
      Error e = expression.error();
      e.place = place_of(table);
      return e;
    }
    rule.*member = std::move(*expression);
  }
  if (rule.outcome == Rule::Outcome::kFigure && rule.value.empty() && rule.low.empty()) {
    rule.value = parse_expression("number", set_->concepts_).value();
  }
  if (const auto unit = table["unit"].value<std::string>()) {
    if (const int id = set_->concepts_.find(*unit); id >= 0) {
      rule.unit_capture = static_cast<int16_t>(id);
    } else {
      rule.unit = *unit;
    }
  }
  if (const auto counted = table["counted"].value<std::string>()) {
    rule.counted_capture = static_cast<int16_t>(set_->concepts_.intern(*counted));
  }
  rule.per_after_slash = table["per"].value_or(std::string()) == "after_slash";
  return read_examples(table, rule.examples);
}

Status RuleLoader::read_attribute(const toml::table& table, AttributeRule& rule) {
  using Attribute = AttributeRule::Attribute;
  rule.place = place_of(table);
  for (const auto& [key, value] : table) {
    if (!kAttributeKeys.contains(key.str())) {
      return error(value, "unknown key '" + std::string(key.str()) + "' in an attribute rule",
                   "see \"Attributes\" in rules/README.md");
    }
  }
  rule.id = table["id"].value_or(std::string());
  rule.about = table["about"].value_or(std::string());
  rule.value = table["to"].value_or(std::string());
  const auto set = table["set"].value_or(std::string());
  const std::map<std::string_view, Attribute> attributes = {
      {"modifier", Attribute::kModifier}, {"change", Attribute::kChange},
      {"status", Attribute::kStatus},     {"counted", Attribute::kCounted},
      {"per", Attribute::kPer},           {"role", Attribute::kRole}};
  const auto attribute = attributes.find(set);
  if (rule.id.empty() || attribute == attributes.end()) {
    return error(table,
                 "an attribute rule needs an id, and 'set' to name modifier, change, status, "
                 "counted, per or role");
  }
  rule.attribute = attribute->second;
  const bool takes = rule.attribute == Attribute::kCounted || rule.attribute == Attribute::kPer;
  if (const auto* take = table["take"].as_array()) {
    for (const auto& node : *take) {
      const int id = set_->concepts_.find(node.value_or(std::string()));
      if (id < 0) return error(node, "'take' names no known concept");
      rule.take.push_back(static_cast<int16_t>(id));
    }
  }
  if (takes == rule.take.empty()) {
    return error(table, "a rule that sets " + set + (takes ? " needs 'take'" : " cannot 'take'"),
                 "'take' lists the concepts whose captures are the answer");
  }
  const bool known =
      takes                                    ? rule.value.empty()
      : rule.attribute == Attribute::kModifier ? modifier_named(rule.value).has_value()
      : rule.attribute == Attribute::kChange
          ? rule.value == "increase" || rule.value == "decrease" || rule.value == "none"
      : rule.attribute == Attribute::kStatus ? rule.value == "target" || rule.value == "actual"
                                             : date_role_named(rule.value).has_value();
  if (!known) return error(table, "'" + rule.value + "' is no value of " + set);
  if (const auto* kinds = table["kinds"].as_array()) {
    rule.kinds = 0;
    for (const auto& node : *kinds) {
      const auto kind = kind_named(node.value_or(std::string()));
      if (!kind) return error(node, "unknown kind");
      rule.kinds = static_cast<uint16_t>(rule.kinds | 1u << static_cast<unsigned>(*kind));
    }
  }
  rule.single = table["single"].value_or(false);
  if (!table.contains("before") && !table.contains("after")) {
    return error(table, "an attribute rule needs 'before' or 'after'");
  }
  return read_examples(table, rule.examples);
}

Result<std::unique_ptr<RuleSet>> RuleLoader::finish() {
  RuleSet& set = *set_;
  // A later rule with a known id replaces the one before, in its place.
  std::map<std::string, size_t> by_id;
  std::vector<Source> kept;
  for (auto& source : sources_) {
    const auto id = (*source.table)["id"].value_or(std::string());
    const auto [it, added] = by_id.try_emplace(id, kept.size());
    if (added) {
      kept.push_back(std::move(source));
    } else if (kept[it->second].file == source.file) {
      file_ = source.file;
      return error(*source.table, "the id '" + id + "' is taken already",
                   "give the rule another id");
    } else {
      kept[it->second] = std::move(source);
    }
  }

  // Literals first: they shape how every text, and so every literal, is segmented.
  const auto patterns_of = [&](const Source& source, auto take) -> Status {
    file_ = source.file;
    for (const char* key : {"match", "before", "after", "unless_before", "unless_after"}) {
      if (!source.table->contains(key)) continue;
      auto node = pattern(*source.table, key);
      if (!node) return node.error();
      take(*node);
    }
    return {};
  };
  for (const auto& source : kept) {
    Status status = patterns_of(source, [&](const PatternNode& node) { (void)add_literals(node); });
    if (!status) return status.error();
  }
  set.lexicon_.build();

  // Unknown concepts are errors: a misspelt one would match nothing, silently.
  Status known;
  const auto check_names = [&](const auto& self, const PatternNode& node,
                               const Source& source) -> void {
    for (const auto& term : node.terms) {
      for (const auto* names : {&term.all, &term.none}) {
        for (const auto& name : *names) {
          if (set.concepts_.find(name) < 0 && known) {
            file_ = source.file;
            known = error(*source.table, "unknown concept '" + name + "'",
                          "check the spelling, or add a lexicon row that carries it");
          }
        }
      }
    }
    for (const auto& child : node.children) self(self, child, source);
  };
  for (const auto& source : kept) {
    (void)patterns_of(source,
                      [&](const PatternNode& node) { check_names(check_names, node, source); });
  }
  if (!known) return known.error();

  (void)set.program_.add(PatternNode{}, false, 0, resolve_thunk, this);  // address 0 is kNoPattern
  for (const auto& source : kept) {
    file_ = source.file;
    if (source.attribute) {
      AttributeRule rule;
      if (const Status s = read_attribute(*source.table, rule); !s) return s.error();
      if (const Status s = compile_context(*source.table, rule.context); !s) return s.error();
      set.attribute_rules_.push_back(std::move(rule));
    } else {
      Rule rule;
      if (const Status s = read_rule(*source.table, rule); !s) return s.error();
      const auto index = static_cast<uint32_t>(set.rules_.size());
      if (const Status s = compile_rule(*source.table, rule, index); !s) return s.error();
      set.rules_.push_back(std::move(rule));
    }
  }
  for (const auto& [name, text_and_place] : patterns_) {
    if (!used_patterns_.contains(name)) {
      set.lints_.push_back(
          {text_and_place.second, "the pattern '" + name + "' is used by no rule"});
    }
  }
  set.lexicon_.build();
  set.number_words_ = number_words(set.lexicon_, set.concepts_);
  set.unit_words_ = unit_words(set.lexicon_, set.concepts_);
  set.classify();
  set.sha256_ = to_hex(sha256(hashed_));
  return std::move(set_);
}

Result<std::unique_ptr<RuleSet>> RuleSet::load(const fs::path& folder,
                                               const std::vector<fs::path>& extra) {
  RuleLoader loader;
  if (const Status status = loader.read_folder(folder); !status) return status.error();
  for (const auto& path : extra) {
    if (const Status status = loader.read_folder(path); !status) return status.error();
  }
  return loader.finish();
}

}  // namespace solieu
