// Gold files and the output of `solieu extract`, as the scorer sees them: both are JSON Lines with
// an "id" and "figures" on each line. Gold says "low" and "high" where a record says "min_value"
// and "max_value"; either form is read from either file.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "solieu/span.h"
#include "solieu/status.h"

namespace solieu {

// The attributes that are scored, in the order of the report.
inline constexpr std::array<std::string_view, 10> kAttributes = {
    "modifier", "unit",   "counted",  "per",   "status",
    "change",   "period", "unit_org", "place", "programme"};

// The value of an attribute: null, a string, or an object of strings.
struct Slot {
  enum class Form { kNull, kString, kObject };
  Form form = Form::kNull;
  std::string text;  // the string, or the object's "text", else its "name", else its "head"
  std::string name, mention;  // of unit_org
  std::string head, max;      // of counted in gold
  std::string direction;      // of change

  bool null() const { return form == Form::kNull; }
  // Null and the empty string say the same.
  bool says_something() const { return form == Form::kObject || !text.empty(); }
};

struct ScoredFigure {
  uint32_t start = 0;  // bytes of the source
  uint32_t end = 0;
  std::string quote;
  std::string kind = "?";
  bool has_value = false;       // the key "value" is there, even if null
  std::optional<double> value;  // compared with a tolerance, hence no Decimal
  std::optional<double> low;
  std::optional<double> high;
  std::optional<double> of;
  bool optional = false;             // in gold: finding it is no error, missing it is none either
  std::string sentence;              // of a record
  std::optional<double> confidence;  // of a record
  std::array<Slot, kAttributes.size()> attributes;
};

struct ScoredArticle {
  std::string id;
  std::vector<ScoredFigure> figures;
  // In gold: bytes of the source that somebody judged, all when there is none. What is predicted
  // outside of these spans is neither right nor wrong.
  std::optional<std::vector<Span>> judged;
};

// Articles in the order of the file; of several lines with one id the last counts.
using ScoredArticles = std::vector<ScoredArticle>;

// Reads a file, or text whose errors name `place`. Errors name the line.
Result<ScoredArticles> read_scored_articles(const std::filesystem::path& path);
Result<ScoredArticles> parse_scored_articles(std::string_view lines, const std::string& place);

}  // namespace solieu
