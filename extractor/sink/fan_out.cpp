#include "sink/fan_out.h"

#include <algorithm>

namespace solieu {
namespace {

class FanOut final : public Sink {
 public:
  explicit FanOut(std::vector<std::unique_ptr<Sink>> sinks) : sinks_(std::move(sinks)) {}

  Status write(const ArticleRecord& record) override {
    return each([&](Sink& sink) { return sink.write(record); });
  }
  Result<std::string> checkpoint() override {
    std::string positions;
    const Status done = each([&](Sink& sink) -> Status {
      auto position = sink.checkpoint();
      if (!position) return position.error();
      if (!positions.empty()) positions += '\n';
      positions += *position;
      return {};
    });
    if (!done) return done.error();
    return positions;
  }
  Status finish() override {
    return each([](Sink& sink) { return sink.finish(); });
  }
  bool keeps_unchanged() const override {
    return std::all_of(sinks_.begin(), sinks_.end(),
                       [](const auto& sink) { return sink->keeps_unchanged(); });
  }
  Status keep(std::string_view id) override {
    return each([&](Sink& sink) { return sink.keep(id); });
  }
  Status remove(std::string_view id) override {
    return each([&](Sink& sink) { return sink.remove(id); });
  }

 private:
  template <class Call>
  Status each(Call call) {
    for (const auto& sink : sinks_) {
      if (Status status = call(*sink); !status) return status;
    }
    return {};
  }

  std::vector<std::unique_ptr<Sink>> sinks_;
};

}  // namespace

std::unique_ptr<Sink> fan_out(std::vector<std::unique_ptr<Sink>> sinks) {
  if (sinks.size() == 1) return std::move(sinks.front());
  return std::make_unique<FanOut>(std::move(sinks));
}

Result<std::vector<std::string>> split_position(std::string_view position, size_t count) {
  std::vector<std::string> out;
  while (!position.empty()) {
    const size_t end = std::min(position.find('\n'), position.size());
    out.emplace_back(position.substr(0, end));
    position.remove_prefix(std::min(end + 1, position.size()));
  }
  if (out.empty()) out.resize(count);
  if (out.size() != count) {
    return Error{Error::Code::kUsage, "", "the interrupted run had other outputs",
                 "name the same ones, or begin anew"};
  }
  return out;
}

}  // namespace solieu
