#include "base/tsv.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

namespace solieu {
namespace {

// Calls take(part) with each part of `text` between separators.
template <class Take>
void for_each_part(std::string_view text, char separator, const Take& take) {
  while (true) {
    const size_t at = text.find(separator);
    take(text.substr(0, at));
    if (at == std::string_view::npos) return;
    text.remove_prefix(at + 1);
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

Result<TsvTable> TsvTable::read(const std::filesystem::path& path) {
  auto text = read_file(path);
  if (!text) return text.error();
  return parse(std::move(*text), path.string());
}

Result<TsvTable> TsvTable::parse(std::string text, std::string place) {
  TsvTable table;
  table.text_ = std::make_unique<std::string>(std::move(text));
  table.place_ = std::move(place);
  int line_number = 0;
  const Row* too_long = nullptr;
  const std::string_view bytes = *table.text_;
  // Views of the cells stay good: there are no more than separators.
  const auto separator = [](char c) { return c == '\t' || c == '\n'; };
  table.cells_.reserve(static_cast<size_t>(std::ranges::count_if(bytes, separator)) + 1);
  for_each_part(bytes, '\n', [&](std::string_view line) {
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#' || too_long != nullptr) return;
    if (table.header_.empty()) {
      for_each_part(line, '\t', [&](std::string_view cell) { table.header_.push_back(cell); });
      return;
    }
    const size_t begin = table.cells_.size();
    for_each_part(line, '\t', [&](std::string_view cell) { table.cells_.push_back(cell); });
    table.rows_.push_back({line_number, std::span(table.cells_).subspan(begin)});
    if (table.rows_.back().cells.size() > table.header_.size()) too_long = &table.rows_.back();
  });
  if (too_long != nullptr) {
    return Error{Error::Code::kRules, table.place(*too_long),
                 "the row has more cells than the header",
                 "remove the extra tab or name the column in the header"};
  }
  if (table.header_.empty()) {
    return Error{Error::Code::kRules, table.place_, "the table has no header line",
                 "begin it with the names of its columns, separated by tabs"};
  }
  return table;
}

int TsvTable::column(std::string_view name) const {
  for (size_t i = 0; i < header_.size(); ++i) {
    if (header_[i] == name) return static_cast<int>(i);
  }
  return -1;
}

std::string_view TsvTable::cell(const Row& row, std::string_view name) const {
  const int i = column(name);
  return i >= 0 && static_cast<size_t>(i) < row.cells.size() ? row.cells[i] : std::string_view();
}

}  // namespace solieu
