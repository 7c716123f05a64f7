// Records: what solieu says about an article. The structs mirror schemas/article.schema.json, which
// is the authority for names and meanings.
//
// Ownership: string views in a record point into the ArticleRecord that holds it (its document, its
// clean text, its arena) or into the rule set that made it. The ArticleRecord may be moved; the
// rule set must outlive it.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "solieu/decimal.h"
#include "solieu/document.h"
#include "solieu/offset_map.h"
#include "solieu/span.h"

namespace solieu {

enum class Kind : uint8_t {
  kCount,
  kMoney,
  kPercent,
  kRatio,
  kMeasure,
  kDuration,
  kAge,
  kMultiple
};
enum class Modifier : uint8_t { kExact, kApprox, kBelow, kAbove, kAtLeast, kAtMost };
enum class FigureStatus : uint8_t { kActual, kTarget };
enum class Direction : uint8_t { kIncrease, kDecrease };
// Where the evidence for a carried attribute stands, from near to far.
enum class Basis : uint8_t { kClause, kSentence, kParagraph, kSection, kArticle, kDefault };

// The names used in records and rule files ("count", "at_least", ...).
std::string_view name_of(Kind kind);
std::string_view name_of(Modifier modifier);
std::string_view name_of(FigureStatus status);
std::string_view name_of(Direction direction);
std::string_view name_of(Basis basis);
std::optional<Kind> kind_named(std::string_view name);
std::optional<Modifier> modifier_named(std::string_view name);
std::optional<FigureStatus> status_named(std::string_view name);
std::optional<Direction> direction_named(std::string_view name);
std::optional<Basis> basis_named(std::string_view name);

// Where something stands.
struct Evidence {
  std::string_view quote;  // slice of the clean text
  Span source;             // bytes of the source
  Span text;               // code points of the clean text
};

struct Counted {
  std::string_view text;   // as in the clean text
  std::string_view lemma;  // head noun in match form
};

struct Change {
  Direction direction = Direction::kIncrease;
  std::string_view baseline;              // empty: not given
  std::optional<Decimal> baseline_value;  // derived
};

struct UnitRef {
  std::string_view name;     // fullest name in the article
  std::string_view mention;  // as it stands where it was found
  std::string_view ref;      // official code, or empty
  Basis basis = Basis::kDefault;
};

// Empty string views stand for null.
struct Figure {
  uint64_t id = 0;  // hash of the source's sha256, kind and start
  Kind kind = Kind::kCount;
  std::optional<Decimal> value;
  std::optional<Decimal> min_value;
  std::optional<Decimal> max_value;
  std::optional<Decimal> of;
  std::string_view unit;
  Modifier modifier = Modifier::kExact;
  std::string_view modifier_text;
  Evidence evidence;
  std::string_view sentence;
  std::optional<Counted> counted;
  std::string_view per;
  std::string_view table_row;
  std::string_view table_column;
  std::string_view action;
  FigureStatus status = FigureStatus::kActual;
  std::optional<Change> change;
  std::string_view period;
  Basis period_basis = Basis::kDefault;
  std::optional<UnitRef> unit_org;
  std::string_view place;
  std::string_view programme;
  std::optional<uint32_t> group;
  Decimal confidence;
  std::string_view rule;
  uint32_t doubts = 0;  // what the confidence was made from (link/confidence.h); not written
};

struct Unit {
  uint64_t id = 0;
  std::string_view name;
  std::string_view type;   // "organisation" or "administrative"
  std::string_view level;  // "central", "province", "district", "commune", "other"
  std::string_view ref;
  std::string_view ref_name;
  std::string_view place;
  std::string_view as_of;
  Evidence evidence;  // its quote is the mention
  Decimal confidence;
  std::string_view rule;
};

struct DateMention {
  std::string_view value;  // ISO 8601, intervals with '/'
  std::string_view role;   // "published", "event", "period", "deadline"
  Evidence evidence;
  std::string_view rule;
};

struct Check {
  std::string_view kind;
  bool holds = false;
  std::vector<uint64_t> figures;
  Decimal expected;
  Decimal found;
  std::string_view note;
};

struct Warning {
  std::string_view code;
  std::string_view message;
  uint32_t count = 1;
  std::optional<Span> source;  // bytes of the source
};

// Strings made while a record is built, kept alive with it.
class Arena {
 public:
  // A copy of `text` that lives as long as the arena.
  std::string_view store(std::string text) { return strings_.emplace_back(std::move(text)); }

 private:
  std::deque<std::string> strings_;  // a deque never moves its elements
};

enum class ArticleStatus : uint8_t { kOk, kEmpty, kNoArticle, kTruncated };
std::string_view name_of(ArticleStatus status);
std::optional<ArticleStatus> article_status_named(std::string_view name);

struct ArticleRecord {
  ArticleStatus status = ArticleStatus::kOk;
  std::string_view duplicate_of;
  std::string sha256;        // of the document's bytes, lower-case hex
  uint64_t source_size = 0;  // the number of the document's bytes, also where they are not kept
  std::string_view encoding = "utf-8";
  std::string_view captured_at;
  std::string_view title;
  std::string_view byline;
  std::string_view site;
  std::string_view url;
  std::string_view published;  // ISO 8601
  std::string_view modified;
  std::string_view text;  // the clean text
  // From bytes of `text` to bytes of the source; none when the record comes from a store that was
  // written before stores had it.
  std::optional<OffsetMap> offsets;
  std::vector<Figure> figures;  // in the order of the text
  std::vector<Unit> units;
  std::vector<DateMention> dates;
  std::vector<Check> checks;
  std::vector<Warning> warnings;
  std::string_view rules;  // sha256 of the rule set

  // What the views point into; behind pointers so that moving the record moves no character.
  std::unique_ptr<Document> document;
  std::unique_ptr<std::string> clean_storage;  // null when the source is the clean text
  std::unique_ptr<Arena> arena = std::make_unique<Arena>();
};

}  // namespace solieu
