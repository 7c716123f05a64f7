// What reviewers work on: a store, all its records in memory, and answers for the page as JSON.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "review/decisions.h"
#include "review/record_table.h"
#include "review/segments.h"
#include "solieu/status.h"
#include "store/database.h"

namespace solieu {

struct ReviewOptions {
  std::string reviewer;
  bool read_only = false;
  bool blind = false;  // show and count this reviewer's decisions only
};

// Not thread-safe: the server takes turns. Errors of code kUsage say that what the caller saw is no
// longer so, of kInput that a request is wrong.
class Review {
 public:
  static Result<std::unique_ptr<Review>> open(const std::filesystem::path& path,
                                              ReviewOptions options);
  // The same over a store that is open already.
  static Result<std::unique_ptr<Review>> over(Database database, ReviewOptions options);

  const ReviewOptions& options() const { return options_; }

  // All articles as the page shows them, a JSON array.
  Result<std::string> articles();

  // Loads the records again when another process wrote the store; they have another generation when
  // row numbers that were given out name other records then.
  Status catch_up();
  uint32_t generation() const { return generation_; }

  std::string session(bool can_explain) const;
  // The numbers of the rows that a selection shows, little-endian, after the generation.
  Result<std::string> list(const Selection& selection);
  Result<std::string> facets(const Selection& selection);
  // Rows by their numbers, comma-separated.
  Result<std::string> rows(std::string_view numbers);
  // An article by its id, or that of a row.
  Result<std::string> article(const std::string& id);
  Result<std::string> article_of(uint32_t row);
  Result<std::string> charts(const Selection& selection);
  Result<std::string> quality();
  // A hundred decisions before one, newest first; 0: the newest.
  Result<std::string> log(int64_t before);
  // What review/export.h says.
  Result<std::string> exported(std::string_view form);
  // The sentence of a figure.
  Result<std::string> sentence(const FigureKey& key);

  // {key: text} as JSON.
  static std::string as_json(std::string_view key, std::string_view text);

  // `body`: {"action": accept|reject|edit|add, "article", "figure", "before", "after",
  // "selection"}.
  Result<std::string> decide(std::string_view body);
  // Accepts what a selection shows and is open, if that are `expected` records.
  Result<std::string> accept_all(const Selection& selection, uint32_t expected);
  Result<std::string> undo();

 private:
  Review(Database database, ReviewOptions options);
  Status reload();
  std::string scope() const { return options_.blind ? options_.reviewer : std::string(); }
  Result<int64_t> data_version();
  Result<std::optional<std::vector<int64_t>>> articles_with(const std::string& query);
  Status append_row(uint32_t number, std::string& out);
  Result<std::string> article_at(int64_t row);
  std::vector<Segment> segments(std::string_view text, const std::vector<uint32_t>& rows) const;
  Result<AddedPlace> place_of(const std::string& article, SegmentPlace begin, SegmentPlace end,
                              std::string& quote);
  std::string totals() const;

  Database database_;
  ReviewOptions options_;
  std::optional<Statement> record_;  // prepared once: it is run for each row shown
  Decisions decisions_;
  RecordTable table_;
  int64_t version_ = 0;
  uint32_t generation_ = 0;
};

}  // namespace solieu
