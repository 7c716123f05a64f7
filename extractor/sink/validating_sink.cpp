#include "sink/validating_sink.h"

#include <utility>

#include "solieu/json.h"

namespace solieu {
namespace {

class ValidatingSink final : public Sink {
 public:
  ValidatingSink(std::unique_ptr<Sink> sink, RecordValidator validator)
      : sink_(std::move(sink)), validator_(std::move(validator)) {}

  Status write(const ArticleRecord& record) override {
    line_.clear();
    append_json(record, {.with_text = true}, line_);
    if (Status valid = validator_.check(line_); !valid) {
      Error error = valid.error();
      error.place = record.document->id;
      return error;
    }
    return sink_->write(record);
  }
  Result<std::string> checkpoint() override { return sink_->checkpoint(); }
  Status finish() override { return sink_->finish(); }
  bool has(std::string_view id, std::string_view sha256) const override {
    return sink_->has(id, sha256);
  }
  Status keep(std::string_view id) override { return sink_->keep(id); }
  Status remove(std::string_view id) override { return sink_->remove(id); }

 private:
  std::unique_ptr<Sink> sink_;
  RecordValidator validator_;
  std::string line_;
};

}  // namespace

std::unique_ptr<Sink> validating(std::unique_ptr<Sink> sink, RecordValidator validator) {
  return std::make_unique<ValidatingSink>(std::move(sink), std::move(validator));
}

}  // namespace solieu
