#include "sink/earlier_lines.h"

#include <fcntl.h>
#include <simdjson.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

namespace solieu {

EarlierLines::EarlierLines(EarlierLines&& other) noexcept { *this = std::move(other); }

EarlierLines& EarlierLines::operator=(EarlierLines&& other) noexcept {
  std::swap(file_, other.file_);
  path_.swap(other.path_);
  lines_.swap(other.lines_);
  return *this;
}

EarlierLines::~EarlierLines() {
  if (file_ >= 0) ::close(file_);
}

Result<EarlierLines> EarlierLines::open(const std::filesystem::path& path) {
  EarlierLines out;
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) return out;
  out.path_ = path.string();
  out.file_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  std::ifstream file(path, std::ios::binary);
  if (out.file_ < 0 || !file) {
    return Error{Error::Code::kOutput, out.path_,
                 "cannot be read: " + std::generic_category().message(errno),
                 "an incremental run keeps lines of it"};
  }
  simdjson::dom::parser parser;
  uint64_t offset = 0;
  for (std::string line; std::getline(file, line);) {
    // A last line without its end is no whole one.
    const size_t size = line.size() + (file.eof() ? 0 : 1);
    simdjson::dom::element record;
    std::string_view id;
    std::string_view sha256;
    if (!file.eof() && parser.parse(line).get(record) == simdjson::SUCCESS &&
        record["id"].get(id) == simdjson::SUCCESS &&
        record["source"]["sha256"].get(sha256) == simdjson::SUCCESS) {
      out.lines_[std::string(id)] = {offset, size, std::string(sha256)};
    }
    offset += size;
  }
  return out;
}

bool EarlierLines::has(std::string_view id, std::string_view sha256) const {
  const auto line = lines_.find(std::string(id));
  return line != lines_.end() && line->second.sha256 == sha256;
}

Result<std::string> EarlierLines::line(std::string_view id) const {
  const Line& where = lines_.at(std::string(id));
  std::string out(where.size, '\0');
  for (size_t done = 0; done < out.size();) {
    const ssize_t got = ::pread(file_, out.data() + done, out.size() - done,
                                static_cast<off_t>(where.offset + done));
    if (got > 0) {
      done += static_cast<size_t>(got);
    } else if (got == 0 || errno != EINTR) {
      return Error{Error::Code::kOutput, path_, "cannot be read any more",
                   "an incremental run keeps lines of it"};
    }
  }
  return out;
}

}  // namespace solieu
