// All records of a store in memory, by columns: what makes filters, counts and sorting answer at
// once over a hundred thousand records. Row numbers name records until the table is loaded again.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "solieu/span.h"
#include "solieu/status.h"
#include "store/database.h"

namespace solieu {

// Columns whose values are counted and filtered, in the order of the page; kCounted only sorts.
enum class Facet : uint8_t {
  kState,
  kCheck,
  kKind,
  kUnit,
  kUnitOrg,
  kPlace,
  kProgramme,
  kPeriod,
  kStatus,
  kRule,
  kConfidence,
  kCounted
};
inline constexpr size_t kColumns = 12;
inline constexpr size_t kFacets = 11;
std::string_view name_of(Facet facet);

// What is shown and in which order.
struct Selection {
  std::string query;                                     // words of the article, accents optional
  std::array<std::vector<std::string>, kFacets> values;  // empty: any; "" is null
  std::string sort = "queue";  // "queue", "value", "confidence", "article" or a column's name
  bool down = false;
};

class RecordTable {
 public:
  struct Row {
    int64_t figure = 0;     // its row in the store, 0: only the log knows it
    int64_t decision = 0;   // that stands for it, 0: none
    int64_t article = 0;    // its row in the store
    Span text;              // code points of the article
    double value = 0;       // NaN: null
    double confidence = 0;  // NaN: null, as of added figures
    bool in_vnd = false;
    bool countable = false;                    // as the store's view of that name says
    std::array<uint32_t, kColumns> columns{};  // numbers of names
    bool gone = false;                         // an addition that was taken back
  };
  using Counts = std::vector<std::pair<std::string, uint32_t>>;
  struct Total {
    uint32_t records = 0;
    uint32_t reviewed = 0;
  };

  // `reviewer`: whose decisions count; empty: everybody's.
  static Result<RecordTable> load(const Database& database, const std::string& reviewer);

  const std::vector<Row>& rows() const { return rows_; }
  // Row numbers of an article's records in the order of the text.
  std::vector<uint32_t> of_article(int64_t article) const;
  std::string_view name(const Row& row, Facet facet) const;
  // Whether the rows of an earlier table are the first ones of this, so that their numbers hold.
  bool continues(const RecordTable& earlier) const;
  bool is_open(const Row& row) const;  // nobody has decided, or it was reopened
  Total total() const;

  // The rows that a selection shows, in its order. `articles`: the articles that its query finds,
  // sorted; null when it has none.
  std::vector<uint32_t> select(const Selection& selection, const std::vector<int64_t>* articles);
  // For each facet, how many rows each value would show, given the selection's other facets; the
  // most frequent `limit` values. `open`: how many of the rows shown are open.
  std::array<Counts, kFacets> count(const Selection& selection,
                                    const std::vector<int64_t>* articles, size_t limit,
                                    uint32_t& open) const;

  // Reads a record again after a decision about it, or a new one.
  Status refresh(const Database& database, const std::string& article, const std::string& figure);

 private:
  using Wanted = std::array<std::vector<bool>, kFacets>;

  uint32_t number(Facet facet, std::string_view name);
  void set(Row& row, Facet facet, std::string_view name);
  Status read_figures(const Database& database);
  Status read_countable(const Database& database);
  Status apply(const Database& database, Statement& judgements);
  Status read_fields(const Database& database, Row& row);
  std::vector<uint32_t> ranks(Facet facet) const;
  const std::vector<uint32_t>& order(const std::string& sort);
  Wanted wanted(const Selection& selection) const;

  std::string reviewer_;
  std::vector<Row> rows_;
  std::array<std::vector<std::string>, kColumns> names_;
  std::array<std::map<std::string, uint32_t, std::less<>>, kColumns> numbers_;
  std::unordered_map<int64_t, std::vector<uint32_t>> by_article_;
  std::unordered_map<int64_t, uint32_t> by_figure_;
  std::unordered_map<std::string, uint32_t> by_key_;  // of those that only the log knows
  std::string order_of_;                              // the sort that `order_` is for
  std::vector<uint32_t> order_;
};

}  // namespace solieu
