#include "source/jsonl.h"

#include <algorithm>
#include <utility>

#include "source/json_article.h"
#include "source/labels.h"

namespace solieu {
namespace {

constexpr size_t kPiece = 64 * 1024;

class JsonLines final : public Container {
 public:
  JsonLines(Reader lines, const UnreadContent& about, Run* run)
      : lines_(std::move(lines)),
        uri_(about.uri),
        prefix_(about.prefix + std::string(without_container(about.name)) + "!"),
        run_(run) {}

  std::optional<Result<Member>> next() override {
    while (true) {
      size_t size = find_line_end();
      const std::string_view ahead = lines_.fill(0);
      if (lines_.damaged() && size == ahead.size()) {  // the line is not all there
        lines_.consume(size);
        return lines_.take_damage().error;
      }
      if (ahead.empty()) return std::nullopt;
      ++number_;
      if (size > run_->options.limits.document) {
        skip_line();
        return limit_error(place(),
                           "is larger than " + readable_size(run_->options.limits.document),
                           "--max-document");
      }
      const std::string line(ahead.substr(0, size));
      lines_.consume(std::min(size + 1, ahead.size()));
      const size_t begin = line.starts_with("\xEF\xBB\xBF") ? 3 : 0;
      if (line.find_first_not_of(" \t\r", begin) == std::string::npos) continue;
      return read_article(std::string_view(line).substr(begin));
    }
  }

 private:
  // Bytes before the next line end, or all that is left; more than the limit when the line is that
  // long.
  size_t find_line_end() {
    size_t seen = 0;
    while (true) {
      const std::string_view ahead = lines_.fill(seen + 1);
      const size_t end = ahead.find('\n', seen);
      if (end != std::string_view::npos) return end;
      if (ahead.size() == seen || ahead.size() > run_->options.limits.document) return ahead.size();
      seen = ahead.size();
    }
  }

  void skip_line() {
    while (true) {
      const std::string_view ahead = lines_.fill(kPiece);
      if (ahead.empty()) return;
      const size_t end = ahead.find('\n');
      lines_.consume(std::min(end, ahead.size() - 1) + 1);
      if (end != std::string_view::npos) return;
    }
  }

  std::string place() const { return uri_ + ":" + std::to_string(number_); }

  Result<Member> read_article(std::string_view line) const {
    auto article = json_article(line, run_->options.fields, {uri_, prefix_, number_});
    if (!article) return article.error();
    return Member(std::move(*article));
  }

  Reader lines_;
  std::string uri_;
  std::string prefix_;  // of ids that are made up
  Run* run_;
  uint64_t number_ = 0;
};

}  // namespace

std::unique_ptr<Container> open_jsonl(Reader lines, const UnreadContent& about, Run* run) {
  return std::make_unique<JsonLines>(std::move(lines), about, run);
}

}  // namespace solieu
