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
      const auto position = sink.checkpoint();
      if (!position) return position.error();
      positions += *position + '\n';
      return {};
    });
    if (!done) return done.error();
    positions.pop_back();
    return positions;
  }
  Status finish() override {
    return each([](Sink& sink) { return sink.finish(); });
  }
  bool has(std::string_view id, std::string_view sha256) const override {
    return std::all_of(sinks_.begin(), sinks_.end(),
                       [&](const auto& sink) { return sink->has(id, sha256); });
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
  if (position.empty()) return std::vector<std::string>(count);
  std::vector<std::string> out;
  for (size_t end = 0; end != std::string_view::npos; position.remove_prefix(end + 1)) {
    end = position.find('\n');
    out.emplace_back(position.substr(0, end));
    if (end == std::string_view::npos) break;
  }
  if (out.size() != count) {
    return Error{Error::Code::kUsage, "", "the interrupted run had other outputs",
                 "name the same ones, or begin anew"};
  }
  return out;
}

}  // namespace solieu
