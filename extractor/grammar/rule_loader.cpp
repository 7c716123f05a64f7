// Reads a rule folder: lexicon/*.tsv, then *.toml in the order of their names.
#include <toml++/toml.h>

#include <algorithm>
#include <deque>
#include <functional>
#include <future>
#include <map>

#include "base/sha256.h"
#include "base/tsv.h"
#include "grammar/pattern_compiler.h"
#include "grammar/rule_reader.h"
#include "grammar/rule_set.h"

namespace solieu {

namespace fs = std::filesystem;

class RuleLoader {
 public:
  RuleLoader()
      : set_(new RuleSet),
        patterns_(set_->concepts_, set_->lexicon_, set_->program_, set_->predicates_) {}

  Status read_folder(const fs::path& folder);
  Result<std::unique_ptr<RuleSet>> finish();

 private:
  struct Source {  // a table kept until all lexicons are read
    std::string file;
    const toml::table* table;  // in `documents_`
    bool attribute;
  };

  struct File {
    fs::path path;
    Result<std::string> text;
    toml::parse_result document;
  };
  using Files = std::vector<File>;
  struct Places {
    size_t hashed_at;  // where its files stand among those that are hashed
    std::future<Result<Gazetteer>> gazetteer;
  };
  static Files parse_toml(const std::vector<fs::path>& paths);
  Status read_table(const fs::path& path, const std::function<Status(TsvReader&)>& add);
  Status read_toml(const File& file);
  void lint_text(std::string_view text, const std::string& file);
  // The sources without those that a later one with the same id replaces, in its place.
  Result<std::vector<Source>> without_replaced() const;
  Status add_literals(const std::vector<Source>& sources);
  Status take_gazetteers();
  Status compile(const std::vector<Source>& sources);
  Status compile_rule(const Source& source, Rule& rule, uint32_t index);
  Status compile_context(const Source& source, RuleContext& context);
  // The pattern under a key of the rule, or null.
  Result<const PatternNode*> pattern(const Source& source, std::string_view key);
  static Error error(const Source& source, std::string message, std::string remedy) {
    return {Error::Code::kRules, place_of(source.file, *source.table), std::move(message),
            std::move(remedy)};
  }

  std::unique_ptr<RuleSet> set_;
  PatternCompiler patterns_;
  std::vector<std::string_view> hashed_;  // the bytes of all files
  std::deque<std::string> texts_;         // of tables
  std::vector<std::shared_future<Files>> documents_;
  std::vector<Places> places_;
  std::vector<Gazetteer> replaced_;
  std::vector<Source> sources_;
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
  // These need nothing of the rest and take a good part of the time. The rules need the documents
  // soon, the gazetteer only in the end: it comes second, for machines with few cores.
  const std::shared_future<Files> documents =
      std::async(std::launch::async, [rules] { return parse_toml(rules); });
  documents_.push_back(documents);
  const fs::path places = folder / "gazetteer";
  const bool with_places = fs::exists(places / "units.tsv", failed);
  if (with_places) {
    places_.push_back({0, std::async(std::launch::async, [places, documents] {
                         documents.wait();
                         return Gazetteer::load(places);
                       })});
  }
  RuleSet& set = *set_;
  const std::pair<std::vector<fs::path>, std::function<Status(TsvReader&)>> tables[] = {
      {lexicons, [&](TsvReader& t) { return set.lexicon_.add_table(t, set.concepts_); }},
      {{folder / "layout.tsv"}, [&](TsvReader& t) { return set.layout_cues_.add(t); }},
      {{folder / "confidence.tsv"}, [&](TsvReader& t) { return set.confidence_table_.add(t); }},
      {sites, [&](TsvReader& t) { return set.site_hints_.add(t); }}};
  for (const auto& [paths, add] : tables) {
    for (const auto& path : paths) {
      if (const Status status = read_table(path, add); !status) return status;
    }
  }
  if (with_places) places_.back().hashed_at = hashed_.size();
  for (const File& file : documents.get()) {
    if (!file.text) return file.text.error();
    hashed_.push_back(*file.text);
    lint_text(*file.text, file.path.string());
    if (const Status status = read_toml(file); !status) return status;
  }
  return {};
}

Status RuleLoader::read_table(const fs::path& path, const std::function<Status(TsvReader&)>& add) {
  std::error_code failed;
  if (!fs::exists(path, failed)) return {};
  auto read = read_file(path);
  if (!read) return read.error();
  const std::string& text = texts_.emplace_back(std::move(*read));
  hashed_.push_back(text);
  lint_text(text, path.string());
  auto table = TsvReader::begin(text, path.string());
  if (!table) return table.error();
  return add(*table);
}

// Slips that break no rule but make it miss: a combining mark (no Vietnamese text in NFC has one),
// and the word boundaries of regular expressions, which patterns do not know.
void RuleLoader::lint_text(std::string_view text, const std::string& file) {
  const auto suspicious = [text](size_t from) {
    return std::min({text.find('\\', from), text.find('\xCC', from), text.find('\xCD', from)});
  };
  for (size_t i = suspicious(0); i < text.size(); i = suspicious(i + 1)) {
    const auto next = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0xFF);
    const auto complain = [&](const char* message) {
      const auto line = 1 + std::ranges::count(text.substr(0, i), '\n');
      set_->lints_.push_back({file + ":" + std::to_string(line), message});
    };
    if (text[i] == '\\') {
      if (next == 'b' || next == 'w') {
        complain("patterns know no \\b and no \\w: items are whole words already");
      }
    } else if (text[i] == '\xCC' || next <= 0xAF) {
      complain("the text is not in normalisation form C: it has a combining mark");
    }
  }
}

RuleLoader::Files RuleLoader::parse_toml(const std::vector<fs::path>& paths) {
  Files out;
  for (const auto& path : paths) {
    auto text = read_file(path);
    auto document = toml::parse(text ? std::string_view(*text) : std::string_view(), path.string());
    out.push_back({path, std::move(text), std::move(document)});
  }
  return out;
}

Status RuleLoader::read_toml(const File& read) {
  const std::string file = read.path.string();
  const auto error = [&](const toml::node& node, std::string message, std::string remedy = {}) {
    return Error{Error::Code::kRules, place_of(file, node), std::move(message), std::move(remedy)};
  };
  const auto& parsed = read.document;
  if (!parsed) {
    const auto& e = parsed.error();
    return Error{Error::Code::kRules, file + ":" + std::to_string(e.source().begin.line),
                 std::string(e.description()), "correct the TOML"};
  }
  for (const auto& [key, node] : parsed.table()) {
    if (key == "patterns" && node.is_table()) {
      for (const auto& [name, value] : *node.as_table()) {
        const auto text_value = value.value<std::string>();
        if (!text_value) return error(value, "a pattern must be a string");
        patterns_.name(name.str(), *text_value, place_of(file, value));
      }
      continue;
    }
    if ((key != "rule" && key != "attribute") || !node.is_array()) {
      return error(node, "unknown section '" + std::string(key.str()) + "'",
                   "a rule file has [patterns], [[rule]] and [[attribute]]");
    }
    for (const auto& element : *node.as_array()) {
      if (!element.is_table()) return error(element, "a rule must be a table");
      sources_.push_back({file, element.as_table(), key == "attribute"});
    }
  }
  return {};
}

Status RuleLoader::compile_context(const Source& source, RuleContext& context) {
  for (const auto& [key, backwards, member] :
       {std::tuple{"before", true, &RuleContext::before}, {"after", false, &RuleContext::after}}) {
    const auto node = pattern(source, key);
    if (!node) return node.error();
    if (*node != nullptr) context.*member = patterns_.add(**node, backwards, 0);
  }
  for (const auto& [key, backwards, member] :
       {std::tuple{"unless_before", true, &RuleContext::unless_before},
        {"unless_after", false, &RuleContext::unless_after}}) {
    const auto node = pattern(source, key);
    if (!node) return node.error();
    if (*node != nullptr) (context.*member).push_back(patterns_.add(**node, backwards, 0));
  }
  return {};
}

Status RuleLoader::compile_rule(const Source& source, Rule& rule, uint32_t index) {
  const auto match = pattern(source, "match");
  if (!match) return match.error();
  if (*match == nullptr || matches_nothing(**match)) {
    return error(source, "the pattern of '" + rule.id + "' can match nothing",
                 "make at least one item in 'match' obligatory");
  }
  if (const Status status = compile_context(source, rule.context); !status) return status;
  rule.match = patterns_.add(**match, false, index);
  return {};
}

Result<const PatternNode*> RuleLoader::pattern(const Source& source, std::string_view key) {
  const auto node = (*source.table)[key];
  if (!node) return nullptr;
  const auto text = node.value<std::string_view>();
  if (!text) return error(source, "'" + std::string(key) + "' must be a string", "");
  return patterns_.parsed(*text, place_of(source.file, *source.table));
}

Result<std::vector<RuleLoader::Source>> RuleLoader::without_replaced() const {
  std::map<std::string, size_t> by_id;
  std::vector<Source> kept;
  for (const auto& source : sources_) {
    const auto id = (*source.table)["id"].value_or(std::string());
    const auto [it, added] = by_id.try_emplace(id, kept.size());
    if (added) {
      kept.push_back(source);
    } else if (kept[it->second].file == source.file) {
      return error(source, "the id '" + id + "' is taken already", "give the rule another id");
    } else {
      kept[it->second] = source;
    }
  }
  return kept;
}

// Literals first: they shape how every text, and so every literal, is cut. Unknown concepts are
// errors: a misspelt one would match nothing, silently.
Status RuleLoader::add_literals(const std::vector<Source>& sources) {
  std::vector<std::pair<const Source*, const PatternNode*>> all;
  for (const auto& source : sources) {
    for (const char* key : {"match", "before", "after", "unless_before", "unless_after"}) {
      const auto node = pattern(source, key);
      if (!node) return node.error();
      if (*node != nullptr) all.emplace_back(&source, *node);
    }
  }
  for (const auto& [source, node] : all) patterns_.add_literals(*node);
  for (const auto& [source, node] : all) {
    const std::string unknown = patterns_.unknown_concept(*node);
    if (!unknown.empty()) {
      return error(*source, "unknown concept '" + unknown + "'",
                   "check the spelling, or add a lexicon row that carries it");
    }
  }
  return {};
}

Status RuleLoader::compile(const std::vector<Source>& sources) {
  RuleSet& set = *set_;
  (void)patterns_.add(PatternNode{}, false, 0);  // address 0 is kNoPattern
  for (const auto& source : sources) {
    if (source.attribute) {
      auto rule = read_attribute_rule(*source.table, source.file, set.concepts_);
      if (!rule) return rule.error();
      if (const Status s = compile_context(source, rule->context); !s) return s;
      set.attribute_rules_.push_back(std::move(*rule));
    } else {
      auto rule = read_rule(*source.table, source.file, set.concepts_);
      if (!rule) return rule.error();
      const auto index = static_cast<uint32_t>(set.rules_.size());
      if (const Status s = compile_rule(source, *rule, index); !s) return s;
      set.rules_.push_back(std::move(*rule));
    }
  }
  return {};
}

// The last one is used; all are hashed.
Status RuleLoader::take_gazetteers() {
  size_t inserted = 0;
  for (Places& places : places_) {
    auto loaded = places.gazetteer.get();
    if (!loaded) return loaded.error();
    const auto& texts = loaded->texts();
    const auto at = hashed_.begin() + static_cast<ptrdiff_t>(places.hashed_at + inserted);
    hashed_.insert(at, texts.begin(), texts.end());
    inserted += texts.size();
    replaced_.push_back(std::exchange(set_->gazetteer_, std::move(*loaded)));
  }
  return {};
}

Result<std::unique_ptr<RuleSet>> RuleLoader::finish() {
  RuleSet& set = *set_;
  const auto sources = without_replaced();
  if (!sources) return sources.error();
  if (const Status status = add_literals(*sources); !status) return status.error();
  set.lexicon_.build();
  if (const Status status = compile(*sources); !status) return status.error();
  patterns_.for_each_unused([&](const std::string& name, const std::string& place) {
    set.lints_.push_back({place, "the pattern '" + name + "' is used by no rule"});
  });
  set.lexicon_.build();
  if (const Status status = take_gazetteers(); !status) return status.error();
  auto digest = std::async(std::launch::async, [this] {
    Sha256State state;
    for (const std::string_view bytes : hashed_) state.add(bytes);
    return state.finish();
  });
  set.find_traits();
  set.sha256_ = to_hex(digest.get());
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
