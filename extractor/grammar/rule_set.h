// The rule set: lexicons and rules read from a folder, checked and compiled.
#pragma once

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/bits.h"
#include "grammar/concepts.h"
#include "grammar/confidence_table.h"
#include "grammar/expression.h"
#include "grammar/gazetteer.h"
#include "grammar/item.h"
#include "grammar/lexicon.h"
#include "grammar/number_words.h"
#include "grammar/program.h"
#include "grammar/unit_words.h"
#include "page/site_hints.h"
#include "segment/cues.h"
#include "solieu/record.h"
#include "solieu/status.h"

namespace solieu {

// An example beside a rule. What is empty is not checked.
struct RuleExample {
  std::string place;  // "file:line"
  std::string text;
  bool accept = false;
  std::string quote;
  std::string value, low, high, of, unit, modifier, iso, counted, per;
};

// How the captures of a date rule make a period (rules/README.md, "Dates").
enum class TimeShape : uint8_t {
  kNone,        // only a mask: "thế kỷ 18"
  kDay,         // 18/11/2023, 18/11, ngày 5
  kDays,        // từ 4 đến 6/11
  kMonth,       // tháng 10, tháng 10/2023
  kMonths,      // từ tháng 3 đến tháng 9/2012
  kYears,       // năm 2023, giai đoạn 2017-2022
  kQuarters,    // quý III, quý I và II/2023
  kHalf,        // nửa đầu năm
  kFirst,       // 6 tháng đầu năm, 9 tháng năm 2023
  kLast,        // 6 tháng cuối năm
  kYearTo,      // từ đầu năm đến ngày 3/7, đến tháng 5, đến nay
  kToYearEnd,   // từ nay đến cuối năm
  kRelative,    // hôm qua, tháng này, năm ngoái, thứ hai tuần trước
  kSameDay,     // cùng ngày
  kSpokenYear,  // trong năm: the year that is spoken of
  kNow,         // đến nay: back to what the article reports on
  kSamePeriod,  // cùng kỳ năm trước: only ever compared with
  kEvent,       // tại hội nghị, dịp này: the day of the gathering that is reported on
  kSchoolYear,  // năm học này: from September on
  kDayToMonth,  // từ ngày 15/7 đến hết tháng 9
  kMonthToDay,  // từ đầu tháng 2 đến ngày 15/4
  kNowadays,    // hiện nay: at the time of writing
  kSince,       // từ tháng 6 đến nay, từ năm 2015 đến nay
  kNever,       // nguyên liệu, khung hình phạt: what follows holds at no time
};
std::optional<TimeShape> time_shape_named(std::string_view name);

// What a date is there for.
enum class DateRole : uint8_t {
  kPlain,       // it governs what is said around it
  kReport,      // what the article as a whole reports on: "tổng kết công tác năm 2023"
  kPlan,        // what it plans for: "phương hướng, nhiệm vụ năm 2024"
  kDeadline,    // "đến năm 2030", "trước ngày 30/6"
  kBaseline,    // "so với năm 2022"
  kDocument,    // of a law or a decision
  kBackground,  // of a name or a term of office
  kAside,       // "trước đó, vào tháng 4": of its sentence only
};
std::optional<DateRole> date_role_named(std::string_view name);

constexpr uint32_t kNoPattern = 0;  // address 0 of the program is never an entry

// What stands around a match.
struct RuleContext {
  uint32_t before = kNoPattern;  // runs right to left from the match's begin
  uint32_t after = kNoPattern;   // runs left to right from its end
  std::vector<uint32_t> unless_before;
  std::vector<uint32_t> unless_after;
};

// Finds something in a sentence: a figure, a date, a stretch that is no figure, or a cue that
// speaks of the figures behind it.
struct Rule {
  enum class Outcome : uint8_t { kFigure, kNothing, kDate, kCue };
  std::string id;
  std::string about;
  std::string place;  // "file:line"
  Outcome outcome = Outcome::kNothing;
  Kind kind = Kind::kCount;
  uint32_t match = kNoPattern;
  RuleContext context;
  Expression value, low, high, of;
  int16_t unit_capture = -1;                    // the unit stands in this capture's lexicon row,
  std::string unit;                             // else it is this
  Modifier modifier = Modifier::kExact;         // a modifier that the rule itself implies
  TimeShape time = TimeShape::kNone;            // kDate
  FigureStatus status = FigureStatus::kActual;  // kCue
  bool paragraph_scope = false;                 // kCue: holds beyond its sentence
  int16_t counted_capture = -1;
  bool per_after_slash = false;
  std::vector<RuleExample> examples;
};

// Says something about a figure or a date that another rule found, from what stands around it.
struct AttributeRule {
  // kCounted and kPer name a stretch of the sentence; the others have a value. kRole is of dates.
  enum class Attribute : uint8_t { kModifier, kChange, kStatus, kCounted, kPer, kRole };
  static constexpr size_t kFigureAttributes = 5;
  std::string id;
  std::string about;
  std::string place;
  Attribute attribute = Attribute::kModifier;
  std::string value;          // "at_least", "increase", "target", "baseline"
  std::vector<int16_t> take;  // kCounted, kPer: from the first to the last of these captures
  uint16_t kinds = 0xFFFF;    // bits by Kind; of dates none is asked
  bool single = false;        // not of a range or vague quantity
  RuleContext context;
  std::vector<RuleExample> examples;
};

// What is asked of a lexicon entry for each item of a text. Most entries share theirs with others,
// so this and the wide tables that it points to have a row for each distinct content: it is what
// keeps lookups in the cache.
struct EntryTraits {
  uint16_t concepts = 0;
  uint16_t number_word = 0;
  uint16_t unit_word = 0;
  std::array<ItemClass, 3> classes{};  // in small letters, with a capital, in capitals only
  LexiconEntry::Yields yields = LexiconEntry::Yields::kNever;
  friend auto operator<=>(const EntryTraits&, const EntryTraits&) = default;
};

// A complaint about the rules that does not keep them from working.
struct Lint {
  std::string place;
  std::string message;
};

// Immutable after load, safe to share between threads.
class RuleSet {
 public:
  // Reads `folder` and lays each of `extra` over it: an entry or a rule with a known id replaces
  // the one before. Errors name file and line.
  static Result<std::unique_ptr<RuleSet>> load(const std::filesystem::path& folder,
                                               const std::vector<std::filesystem::path>& extra);

  const ConceptTable& concepts() const { return concepts_; }
  const Lexicon& lexicon() const { return lexicon_; }
  // Of a lexicon entry, or of none: below zero one of Unknown.
  const EntryTraits& traits(int32_t entry) const {
    return traits_[trait_rows_[static_cast<size_t>(entry - kForeignWord)]];
  }
  const NumberWord& number_word(int32_t entry) const {
    return number_words_[traits(entry).number_word];
  }
  const UnitWord& unit_word(int32_t entry) const { return unit_words_[traits(entry).unit_word]; }
  const UnitWord& unit_word(const Item& item) const { return unit_words_[item.unit_word]; }
  // Empty when the folder has no gazetteer/.
  const Gazetteer& gazetteer() const { return gazetteer_; }
  const Program& program() const { return program_; }
  const std::vector<Rule>& rules() const { return rules_; }
  const std::vector<AttributeRule>& attribute_rules() const { return attribute_rules_; }
  const std::vector<Lint>& lints() const { return lints_; }
  const LayoutCues& layout_cues() const { return layout_cues_; }
  const SiteHints& site_hints() const { return site_hints_; }
  const ConfidenceTable& confidence_table() const { return confidence_table_; }
  const std::string& sha256() const { return sha256_; }

  // What stands where no lexicon entry does.
  enum Unknown : int32_t { kUnknownWord = -1, kUnknownMark = -2, kForeignWord = -3 };
  size_t class_count() const { return class_holds_.size() / predicate_words_; }
  // Whether an item satisfies a predicate.
  bool holds(uint16_t predicate, const Item& item) const {
    return item.numeral >= 0 ? numeral_holds(predicate, item.builtins)
                             : class_holds(predicate, item.item_class);
  }
  bool class_holds(uint16_t predicate, ItemClass item_class) const {
    return has_bit(class_predicates(item_class), predicate);
  }
  size_t predicate_count() const { return numeral_terms_.size(); }
  size_t predicate_words() const { return predicate_words_; }
  // The predicates that a class satisfies, as bits.
  std::span<const uint64_t> class_predicates(ItemClass item_class) const {
    return {&class_holds_[size_t{item_class} * predicate_words_], predicate_words_};
  }
  bool numeral_holds(uint16_t predicate, BuiltinSet builtins) const {
    for (const auto& [all, none] : numeral_terms_[predicate]) {
      if ((builtins & all) == all && (builtins & none) == 0) return true;
    }
    return false;
  }
  // The properties of numerals that some predicate asks for.
  BuiltinSet builtins_asked_of_numerals() const { return builtins_asked_; }
  // Whether the entry of an item carries a concept.
  bool has_concept(const Item& item, ConceptId id) const { return has_bit(concepts_of(item), id); }
  bool has_concept(int32_t entry, ConceptId id) const {
    return has_bit(concept_set(traits(entry).concepts), id);
  }
  // What the entry of an item carries, a bit for each concept.
  std::span<const uint64_t> concepts_of(const Item& item) const {
    return concept_set(item.concepts);
  }
  // The same for many items, by the bits of their rows (Item::concepts): whether one of them
  // carries a concept.
  bool any_has_concept(std::span<const uint64_t> rows, ConceptId id) const {
    return std::ranges::any_of(rows_with_[id], [&](uint16_t row) { return has_bit(rows, row); });
  }
  size_t concept_rows() const { return concept_bits_.size() / concept_words_; }

 private:
  friend class RuleLoader;

  std::span<const uint64_t> concept_set(uint16_t row) const {
    return {&concept_bits_[size_t{row} * concept_words_], concept_words_};
  }
  // What entries carry, by entry - kForeignWord: the classes, then all of it.
  std::vector<EntryTraits> classify();
  void find_traits();

  ConceptTable concepts_;
  Lexicon lexicon_;
  Program program_;
  std::vector<Rule> rules_;
  std::vector<AttributeRule> attribute_rules_;
  std::vector<Lint> lints_;
  std::string sha256_;
  LayoutCues layout_cues_;
  SiteHints site_hints_;
  ConfidenceTable confidence_table_;
  std::vector<uint16_t> trait_rows_;      // by entry - kForeignWord
  std::vector<EntryTraits> traits_;       // the distinct ones
  std::vector<NumberWord> number_words_;  // the distinct ones
  std::vector<UnitWord> unit_words_;      // the distinct ones
  Gazetteer gazetteer_;

  std::vector<Predicate> predicates_;
  std::vector<std::vector<std::pair<BuiltinSet, BuiltinSet>>> numeral_terms_;  // by predicate
  size_t predicate_words_ = 0;         // 64-bit words for the predicates of a class
  std::vector<uint64_t> class_holds_;  // by class
  BuiltinSet builtins_asked_ = 0;
  size_t concept_words_ = 0;                      // 64-bit words for the concepts of an entry
  std::vector<uint64_t> concept_bits_;            // by distinct set of concepts
  std::vector<std::vector<uint16_t>> rows_with_;  // of concept_bits_, by concept
};

}  // namespace solieu
