// How far a figure can be trusted: the odds of its rule, and what speaks for or against it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "link/analysis.h"
#include "solieu/record.h"

namespace solieu {

// What speaks for or against a figure, as bits of Figure::doubts.
namespace doubt {
enum Id : uint32_t {
  kContested,    // another rule read the same words as something else
  kRange,        // it has bounds, no value
  kVague,        // by words such as hàng chục
  kModified,     // not exact
  kSmall,        // a bare number below ten
  kWorded,       // in words
  kNoNoun,       // a count of nothing that has a name
  kUnknownNoun,  // a count of something that the lexicons do not know as a noun
  kChange,       // a difference
  kShortLine,    // in a title, heading or caption
  kListItem,
  kQuoted,      // in quotation marks
  kNearNumber,  // another number stands right beside it
  kCheckHeld,
  kCheckFailed,
  kCount,  // how many there are
};
}  // namespace doubt

// The quotations of a sentence.
class Quotations {
 public:
  // Goes on to a sentence.
  void enter(const Analysis& analysis, const AnalysedSentence& sentence);
  // Whether an item stands in one.
  bool around(uint32_t item) const;

 private:
  struct Mark {
    uint32_t item;
    bool opens;
  };
  std::vector<Mark> marks_;
};

// The names of the bits in order, as in rules/confidence.tsv behind "doubt ".
std::span<const std::string_view> doubt_names();

// The doubts that a mention and the record made from it show; checks add theirs later. `quoted`:
// the mention stands in quotation marks.
uint32_t doubts_of(const Analysis& analysis, const AnalysedSentence& sentence,
                   const FigureMention& mention, const Figure& figure, bool quoted);

// Adds what the checks say and sets the confidence of all figures, which are those of the
// sentences in their order.
void set_confidence(const Analysis& analysis, ArticleRecord& record);

}  // namespace solieu
