#include "base/tsv.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace solieu {
namespace {

void split(std::string_view line, std::vector<std::string_view>& cells) {
  cells.clear();
  while (true) {
    const size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path) {
  const auto failed = [&path](int code) {
    return Error{Error::Code::kInput, path.string(),
                 "cannot be read: " + std::generic_category().message(code),
                 "check that the file exists and may be read"};
  };
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return failed(errno);
  struct stat about {};
  std::string bytes;
  // One byte more than the size, so that the end is seen without a second allocation.
  bytes.resize(::fstat(file, &about) == 0 ? static_cast<size_t>(about.st_size) + 1 : 4096);
  size_t size = 0;
  ssize_t got = 0;
  int code = 0;
  while ((got = ::read(file, bytes.data() + size, bytes.size() - size)) != 0) {
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      code = errno;
      break;
    }
    size += static_cast<size_t>(got);
    if (size == bytes.size()) bytes.resize(size * 2);
  }
  ::close(file);
  if (code != 0) return failed(code);
  bytes.resize(size);
  return bytes;
}

Result<TsvReader> TsvReader::begin(std::string_view text, std::string place) {
  TsvReader out(text, std::move(place));
  if (!out.split_line(out.header_)) {
    return Error{Error::Code::kRules, out.place_, "the table has no header line",
                 "begin it with the names of its columns, separated by tabs"};
  }
  return out;
}

bool TsvReader::split_line(std::vector<std::string_view>& out) {
  while (!rest_.empty()) {
    const size_t end = rest_.find('\n');
    std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
    ++line_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    split(line, out);
    return true;
  }
  return false;
}

bool TsvReader::next() {
  if (!split_line(cells_)) return false;
  if (cells_.size() <= header_.size()) return true;
  status_ = Error{Error::Code::kRules, place(), "the row has more cells than the header",
                  "remove the extra tab or name the column in the header"};
  rest_ = {};
  return false;
}

int TsvReader::column(std::string_view name) const {
  const auto at = std::ranges::find(header_, name);
  return at == header_.end() ? -1 : static_cast<int>(at - header_.begin());
}

}  // namespace solieu
