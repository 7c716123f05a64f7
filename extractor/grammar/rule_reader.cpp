#include "grammar/rule_reader.h"

#include <map>
#include <set>

namespace solieu {
namespace {

const std::set<std::string_view> kRuleKeys = {
    "id",           "about",   "kind", "match",  "before", "after",  "unless_before",
    "unless_after", "value",   "low",  "high",   "of",     "unit",   "modifier",
    "time",         "counted", "per",  "status", "scope",  "accept", "reject"};
const std::set<std::string_view> kAttributeKeys = {
    "id",     "about", "set",           "to",           "take",   "kinds", "single",
    "before", "after", "unless_before", "unless_after", "accept", "reject"};

class RuleReader {
 public:
  RuleReader(const std::string& file, ConceptTable& concepts) : file_(file), concepts_(concepts) {}

  Status read(const toml::table& table, Rule& rule);
  Status read(const toml::table& table, AttributeRule& rule);

 private:
  Status read_examples(const toml::table& table, std::vector<RuleExample>& out);
  std::string place(const toml::node& node) const { return place_of(file_, node); }
  Error error(const toml::node& node, std::string message, std::string remedy = {}) const {
    return {Error::Code::kRules, place(node), std::move(message), std::move(remedy)};
  }

  const std::string& file_;
  ConceptTable& concepts_;
};

Status RuleReader::read_examples(const toml::table& table, std::vector<RuleExample>& out) {
  const auto add = [&](const char* key, bool accept) -> Status {
    const auto* list = table[key].as_array();
    if (list == nullptr || list->empty()) {
      return error(table, std::string("the rule has no '") + key + "' examples",
                   "give at least one sentence that it must accept and one that it must reject");
    }
    for (const auto& node : *list) {
      RuleExample example;
      example.place = place(node);
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

Status RuleReader::read(const toml::table& table, Rule& rule) {
  rule.place = place(table);
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
    auto expression = parse_expression(*text, concepts_);
    if (!expression) {
      Error e = expression.error();
      e.place = place(table);
      return e;
    }
    rule.*member = std::move(*expression);
  }
  if (rule.outcome == Rule::Outcome::kFigure && rule.value.empty() && rule.low.empty()) {
    rule.value = parse_expression("number", concepts_).value();
  }
  if (const auto unit = table["unit"].value<std::string>()) {
    if (const int id = concepts_.find(*unit); id >= 0) {
      rule.unit_capture = static_cast<int16_t>(id);
    } else {
      rule.unit = *unit;
    }
  }
  if (const auto counted = table["counted"].value<std::string>()) {
    rule.counted_capture = static_cast<int16_t>(concepts_.intern(*counted));
  }
  rule.per_after_slash = table["per"].value_or(std::string()) == "after_slash";
  return read_examples(table, rule.examples);
}

Status RuleReader::read(const toml::table& table, AttributeRule& rule) {
  using Attribute = AttributeRule::Attribute;
  rule.place = place(table);
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
      const int id = concepts_.find(node.value_or(std::string()));
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

}  // namespace

std::string place_of(const std::string& file, const toml::node& node) {
  return file + ":" + std::to_string(node.source().begin.line);
}

Result<Rule> read_rule(const toml::table& table, const std::string& file, ConceptTable& concepts) {
  Rule rule;
  if (const Status s = RuleReader(file, concepts).read(table, rule); !s) return s.error();
  return rule;
}

Result<AttributeRule> read_attribute_rule(const toml::table& table, const std::string& file,
                                          ConceptTable& concepts) {
  AttributeRule rule;
  if (const Status s = RuleReader(file, concepts).read(table, rule); !s) return s.error();
  return rule;
}

}  // namespace solieu
