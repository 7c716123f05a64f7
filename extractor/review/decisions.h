// What reviewers decided: a log that is only added to. The store's schema says what its columns
// mean and, in the view `judgements`, when a decision still holds.
//
// Decisions name figures by the ids of article and figure, which stay the same when rules change.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "review/fields.h"
#include "solieu/span.h"
#include "solieu/status.h"
#include "store/database.h"

namespace solieu {

struct FigureKey {
  std::string article;  // id
  std::string figure;   // id
};

// Where an added figure stands.
struct AddedPlace {
  Span source;  // bytes of the source
  Span text;    // code points of the clean text
  std::string sentence;
};

// What one reviewer does. Not thread-safe, like the database, which must outlive it. Errors of code
// kUsage mean that what the caller saw is no longer so; of kInput, that what was typed is wrong.
class Decisions {
 public:
  // `blind`: what others decided counts for nothing.
  Decisions(const Database& database, std::string reviewer, bool blind)
      : database_(database), reviewer_(std::move(reviewer)), blind_(blind) {}

  // `seen`: the fields of the extraction as the reviewer saw them (figure_fields.fields), or
  // nothing for a figure that only the log knows. Accepting what was corrected before keeps the
  // correction.
  Status accept(const FigureKey& key, const std::optional<std::string>& seen);
  Status reject(const FigureKey& key, const std::optional<std::string>& seen);
  Status edit(const FigureKey& key, const std::optional<std::string>& seen, FieldValues after);
  // Returns the id of the new figure, that which an extraction would give it.
  Result<std::string> add(const std::string& article, FieldValues values, const AddedPlace& place);
  // Accepts figures by the numbers of their rows in the store, all or none, as one batch.
  Status accept_all(const std::vector<int64_t>& figures);

  struct Undone {
    int64_t count = 0;
    std::optional<FigureKey> only;  // when it was one figure
  };
  // Takes back this reviewer's newest batch that still stands, by inverse decisions.
  Result<Undone> undo();

 private:
  struct Current;
  Result<Current> current(const FigureKey& key, const std::optional<std::string>& seen) const;
  Status write(std::string_view action, const FigureKey& key, const Current& now,
               const std::optional<std::string>& after);

  const Database& database_;
  std::string reviewer_;
  bool blind_ = false;
};

}  // namespace solieu
