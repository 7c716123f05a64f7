#include "source/files.h"

#include <simdjson.h>

#include <algorithm>
#include <iostream>
#include <iterator>
#include <limits>
#include <system_error>

#include "base/sha256.h"
#include "base/tsv.h"
#include "source/sniff.h"

namespace solieu {
namespace {

namespace fs = std::filesystem;

constexpr uint64_t kMaxBytes = std::numeric_limits<uint32_t>::max();  // what a Span can count
constexpr std::string_view kStdinId = "stdin";

bool is_utf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

// A file name that is no UTF-8 in a form that is, and that still tells names apart.
std::string percent_encoded(std::string_view name) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : name) {
    const auto byte = static_cast<uint8_t>(c);
    if (byte < 0x80 && c != '%') {
      out += c;
    } else {
      out += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return out;
}

Result<std::string> read_stdin() {
  std::string bytes(std::istreambuf_iterator<char>(std::cin), {});
  if (std::cin.bad()) return Error{Error::Code::kInput, "-", "standard input cannot be read", ""};
  return bytes;
}

}  // namespace

FileSource::FileSource(const std::vector<std::string>& paths, const SourceOptions& options) {
  for (const std::string& path : paths) add_path(path, options);
  for (const Entry& entry : entries_) ++id_uses_[entry.id];
  std::erase_if(id_uses_, [](const auto& use) { return use.second < 2; });
}

void FileSource::add_path(const std::string& path, const SourceOptions& options) {
  if (path == "-") {
    entries_.push_back({path, std::string(kStdinId), {}});
    return;
  }
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) {
    add_failure(path, "does not exist");
  } else if (error) {
    add_failure(path, error.message());
  } else if (fs::is_directory(status)) {
    walk(path, "", options);
  } else {
    add_file(path, fs::path(path).stem().generic_string());
  }
}

void FileSource::walk(const fs::path& folder, const std::string& prefix,
                      const SourceOptions& options) {
  std::error_code error;
  std::vector<fs::directory_entry> children;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (!it->path().filename().native().starts_with('.')) children.push_back(*it);
  }
  if (error) return add_failure(folder, error.message());
  std::sort(children.begin(), children.end(), [](const auto& a, const auto& b) {
    return a.path().filename().native() < b.path().filename().native();
  });
  for (const fs::directory_entry& child : children) {
    const fs::path& path = child.path();
    if (child.is_directory(error) && !child.is_symlink(error)) {
      walk(path, prefix + path.filename().generic_string() + "/", options);
    } else if (child.is_regular_file(error) &&
               (options.all || path.extension() == ".txt" || path.extension() == ".html" ||
                path.extension() == ".htm")) {
      add_file(path, prefix + path.stem().generic_string());
    }
  }
}

void FileSource::add_file(const fs::path& path, std::string id) {
  std::error_code error;
  const uint64_t size = fs::file_size(path, error);
  if (!error && size > kMaxBytes) return add_failure(path, "is larger than 4 GiB");
  if (!error) bytes_ += size;  // a pipe has no size
  entries_.push_back({path, std::move(id), {}});
}

void FileSource::add_failure(const fs::path& path, std::string message) {
  entries_.push_back(
      {path, path.string(), Error{Error::Code::kInput, path.string(), std::move(message), ""}});
}

std::optional<Result<SourceArticle>> FileSource::next() {
  if (next_ == entries_.size()) return std::nullopt;
  Entry& entry = entries_[next_++];
  if (entry.failure) return *entry.failure;
  const bool from_stdin = entry.path == "-";
  if (from_stdin && std::exchange(stdin_read_, true)) {
    return Error{Error::Code::kInput, "-", "standard input was read already", "give '-' once"};
  }
  auto bytes = from_stdin ? read_stdin() : read_file(entry.path);
  if (!bytes) return bytes.error();
  if (bytes->size() > kMaxBytes) {
    return Error{Error::Code::kInput, entry.path.string(), "is larger than 4 GiB", ""};
  }

  SourceArticle article;
  article.document.id = entry.id;
  article.document.uri = entry.path.generic_string();
  article.document.bytes = std::move(*bytes);
  if (sniff(article.document.bytes) == "text/html") article.document.media_type = "text/html";
  if (id_uses_.contains(entry.id)) make_id_unique(article);
  if (!is_utf8(article.document.uri)) {
    article.document.id = percent_encoded(article.document.id);
    article.document.uri = percent_encoded(article.document.uri);
    article.warnings.push_back(
        {"file_name", "the file's name is not UTF-8; id and uri are percent-encoded"});
  }
  return article;
}

void FileSource::make_id_unique(SourceArticle& article) {
  Document& document = article.document;
  const Sha256 digest = sha256(document.bytes);
  const auto [holder, fresh] = taken_.try_emplace(document.id, digest);
  if (fresh || holder->second == digest) return;
  const std::string given = document.id;
  document.id += "~" + to_hex(digest).substr(0, 8);
  article.warnings.push_back({"id_taken", "other content has the id \"" + given + "\" already"});
}

}  // namespace solieu
