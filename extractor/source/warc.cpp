#include "source/warc.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "source/http.h"
#include "source/iso_date.h"
#include "source/kinds.h"
#include "source/labels.h"
#include "source/sniff.h"

namespace solieu {
namespace {

constexpr std::string_view kMark = "WARC/";
constexpr size_t kHead = 64 * 1024;  // no record's header is longer
constexpr size_t kPiece = 128 * 1024;

// The header of a record.
struct Head {
  std::string type;
  std::string record_id;
  std::string url;
  std::string date;
  std::string content_type;
  std::string segment;
  uint64_t length = 0;
  bool truncated = false;
};

std::string without_brackets(std::string_view text) {
  if (text.starts_with('<') && text.ends_with('>')) text = text.substr(1, text.size() - 2);
  return std::string(text);
}

// Nothing when the lines lack what every record has.
std::optional<Head> parse_head(std::string_view text) {
  const HeaderLines lines(text.substr(std::min(text.find('\n'), text.size())));
  Head out;
  const std::string_view length = lines.find("Content-Length");
  const auto [end, error] =
      std::from_chars(length.data(), length.data() + length.size(), out.length);
  if (error != std::errc() || end != length.data() + length.size()) return std::nullopt;
  out.type = lines.find("WARC-Type");
  out.record_id = without_brackets(lines.find("WARC-Record-ID"));
  out.url = without_brackets(lines.find("WARC-Target-URI"));  // WARC 1.0 had brackets here
  out.date = lines.find("WARC-Date");
  out.content_type = lines.find("Content-Type");
  out.segment = lines.find("WARC-Segment-Number");
  out.truncated = !lines.find("WARC-Truncated").empty() || !out.segment.empty();
  return out;
}

// Where a record begins in `text` at or behind `from`: "WARC/1.x", and a header on the next line.
size_t find_record(std::string_view text, size_t from) {
  for (size_t at = from; (at = text.find(kMark, at)) != std::string_view::npos; ++at) {
    const size_t end = text.find('\n', at);
    if (end == std::string_view::npos || end - at > 12) continue;
    if (text.substr(end + 1).starts_with("WARC-") || text.substr(end + 1).starts_with("Content-")) {
      return at;
    }
  }
  return std::string_view::npos;
}

size_t end_of_head(std::string_view text) {
  const size_t end = text.find("\r\n\r\n");
  if (end != std::string_view::npos) return end + 4;
  const size_t bare = text.find("\n\n");
  return bare == std::string_view::npos ? bare : bare + 2;
}

bool is_robots(std::string_view url) {
  const size_t host = url.find("//");
  return host != std::string_view::npos &&
         url.substr(std::min(url.find('/', host + 2), url.size())) == "/robots.txt";
}

// Whether what the server says leaves room for an article of the type found.
bool may_be_article(std::string_view found, std::string_view declared) {
  if (declared.empty() || declared == "text/plain" || declared == "text/html") return true;
  return found == "text/html" &&
         (declared == "application/xhtml+xml" || declared == "application/octet-stream");
}

class Warc final : public Container {
 public:
  Warc(Reader bytes, const UnreadContent& about, Run* run)
      : reader_(std::move(bytes)),
        uri_(about.uri),
        prefix_(about.prefix + std::string(without_container(about.name)) + "!"),
        run_(run) {}

  std::optional<Result<Member>> next() override {
    while (!ended_) {
      if (run_->budget.exhausted()) break;
      const std::string_view ahead = reader_.fill(kHead);
      const size_t blank = std::min(ahead.find_first_not_of("\r\n"), ahead.size());
      if (blank > 0) {
        reader_.consume(blank);
        continue;
      }
      if (ahead.empty()) {
        if (reader_.damaged()) return reader_.take_damage().error;
        break;
      }
      const size_t head_end = end_of_head(ahead);
      if (!ahead.starts_with(kMark) || head_end == std::string_view::npos) {
        if (auto error = resynchronise(ahead)) return *std::move(error);
        continue;
      }
      const auto head = parse_head(ahead.substr(0, head_end));
      if (!head) {
        if (auto error = resynchronise(ahead)) return *std::move(error);
        continue;
      }
      lost_ = false;
      if (++records_ > run_->options.limits.entries) {
        ended_ = true;
        return limit_error(
            uri_, "has more than " + std::to_string(run_->options.limits.entries) + " records",
            "--max-entries");
      }
      reader_.consume(head_end);
      if (auto member = read_record(*head)) return member;
    }
    ended_ = true;
    return std::nullopt;
  }

 private:
  // Skips to where the next record may begin; an error when that was not told yet.
  std::optional<Error> resynchronise(std::string_view ahead) {
    const size_t at = find_record(ahead, 1);
    // The beginning of a record may stand across the end of what is seen.
    const size_t keep = ahead.size() < kHead ? 0 : 256;
    reader_.consume(at == std::string_view::npos ? ahead.size() - keep : at);
    if (std::exchange(lost_, true)) return std::nullopt;
    if (reader_.damaged()) return reader_.take_damage().error;
    return failure("has bytes behind record " + std::to_string(records_) +
                   " that are no WARC record");
  }

  std::optional<Result<Member>> read_record(const Head& head) {
    const bool wanted =
        head.type == "response" || head.type == "resource" || head.type == "conversion";
    if (!wanted || is_robots(head.url)) {
      skip(head.length);
      run_->passed_over += wanted ? 1 : 0;
      return std::nullopt;
    }
    const std::string id =
        head.record_id.empty() ? prefix_ + std::to_string(records_) : label(head.record_id);
    const std::string place = uri_ + "!" + (head.record_id.empty() ? std::to_string(records_) : id);
    const uint64_t limit = run_->options.limits.document;
    if (head.length > limit + kHead) {
      skip(head.length);
      return limit_error(place, "is larger than " + readable_size(limit), "--max-document");
    }
    std::string block;
    bool truncated = head.truncated;
    const std::optional<Damage> broken = take_block(head.length, block);
    if (broken && broken->spoiled) {
      const Error& error = broken->error;
      return Error{error.code, place, error.message, error.remedy};
    }
    truncated |= broken.has_value();

    SourceArticle article;
    Document& document = article.document;
    std::string declared = media_type_in(head.content_type);
    document.declared_encoding = charset_in(head.content_type);
    if (head.type == "response" && !declared.empty() && declared != "application/http") {
      ++run_->passed_over;  // a name server's, for example
      return std::nullopt;
    }
    if (head.type == "response") {
      auto http = read_http(block, place, &run_->budget);
      if (!http) return http.error();
      if (http->status < 200 || http->status > 299) {
        ++run_->passed_over;
        return std::nullopt;
      }
      declared = std::move(http->media_type);
      document.declared_encoding = std::move(http->charset);
      truncated |= http->truncated;
      block = std::move(http->body);
    }
    const std::string_view found = sniff(block);
    if (!is_article(found) || (!run_->options.all && !may_be_article(found, declared))) {
      if (run_->options.all || has_converter(found)) return unreadable(place, found);
      ++run_->passed_over;
      return std::nullopt;
    }
    if (block.size() > limit) {
      return limit_error(place, "is larger than " + readable_size(limit), "--max-document");
    }
    if (truncated) {
      article.warnings.push_back(
          {"truncated", broken ? broken->error.message : "the capture broke off"});
    }
    document.id = id;
    document.uri = place;
    document.bytes = std::move(block);
    document.media_type = found;
    document.truncated = truncated;
    if (!head.url.empty()) document.metadata.url = label(head.url);
    document.captured_at = to_iso_date(head.date).value_or("");
    return Member(std::move(article));
  }

  // Takes the `length` bytes of a record's block; says what is wrong when it broke off before.
  std::optional<Damage> take_block(uint64_t length, std::string& block) {
    // One byte more than the record has: it tells whether the checksum behind it is right.
    const std::string_view ahead = reader_.fill(length + 5);
    const size_t size = std::min<size_t>(length, ahead.size());
    const std::string_view behind = ahead.substr(size);
    block = ahead.substr(0, size);
    const bool whole = size == length && (behind.starts_with("\r\n") || behind.starts_with('\n') ||
                                          behind.empty() || behind.starts_with(kMark));
    if (whole) {
      reader_.consume(size);
      if (reader_.damaged() && behind.size() <= 4) return reader_.take_damage();
      return std::nullopt;
    }
    // The stated length reaches into another record: that one is worth more than the length.
    const size_t next = find_record(block, 0);
    if (next != std::string::npos) {
      reader_.consume(next);
      block.resize(next);
      while (block.ends_with('\n') || block.ends_with('\r')) block.pop_back();
      return Damage{failure("the record is shorter than its header says")};
    }
    reader_.consume(size);
    if (size == length) return std::nullopt;
    return reader_.damaged() ? reader_.take_damage() : Damage{failure("the file ends early")};
  }

  Error failure(std::string message) const {
    return {Error::Code::kInput, uri_, std::move(message), "fetch the file again"};
  }

  void skip(uint64_t length) {
    while (length > 0) {
      const std::string_view ahead = reader_.fill(std::min<uint64_t>(length, kPiece));
      if (ahead.empty()) return;
      const uint64_t step = std::min<uint64_t>(length, ahead.size());
      reader_.consume(step);
      length -= step;
    }
  }

  Reader reader_;
  std::string uri_;
  std::string prefix_;  // of ids that are made up
  Run* run_;
  uint64_t records_ = 0;
  bool lost_ = false;  // no record was found where one should be, and that was told
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Container> open_warc(Reader bytes, const UnreadContent& about, Run* run) {
  return std::make_unique<Warc>(std::move(bytes), about, run);
}

}  // namespace solieu
