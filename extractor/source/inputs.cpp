#include "source/inputs.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "source/archive.h"
#include "source/decompress.h"
#include "source/files.h"
#include "source/jsonl.h"
#include "source/kinds.h"
#include "source/labels.h"
#include "source/sniff.h"
#include "source/warc.h"

namespace solieu {

Inputs::Inputs(std::vector<std::string> paths, std::string list, SourceOptions options)
    : run_(std::make_unique<Run>()) {
  run_->options = std::move(options);
  run_->budget.limits = &run_->options.limits;
  if (!list.empty()) open_.push_back(open_path_list(std::move(list), run_.get()));
  open_.push_back(open_paths(std::move(paths), run_.get()));
}

std::optional<Result<SourceArticle>> Inputs::next() {
  while (!open_.empty()) {
    auto member = open_.back()->next();
    if (!member) {
      open_.pop_back();
      continue;
    }
    if (!*member) return member->error();
    if (auto* container = std::get_if<std::unique_ptr<Container>>(&**member)) {
      open_.push_back(std::move(*container));
      continue;
    }
    std::optional<Result<SourceArticle>> article;
    if (auto* content = std::get_if<UnreadContent>(&**member)) {
      if (content->nesting == 0) run_->budget.unpacked = 0;
      article = open(std::move(*content));
    } else {
      article = std::get<SourceArticle>(std::move(**member));
    }
    if (!article) continue;
    if (*article) ledger_.enter(**article);
    return article;
  }
  return std::nullopt;
}

std::optional<Result<SourceArticle>> Inputs::open(UnreadContent content) {
  const SourceOptions& options = run_->options;
  Reader reader(std::move(content.bytes));
  while (true) {
    const std::string_view head = reader.fill(kSniffBytes);
    if (head.empty() && reader.damaged()) return reader.take_damage().error;
    const std::string_view media_type = sniff(head);
    const bool compressed = is_compressed(media_type);
    if (compressed || is_archive(media_type) || media_type == "application/warc") {
      if (++content.nesting > options.limits.nesting) {
        return limit_error(
            content.uri,
            "is packed more than " + std::to_string(options.limits.nesting) + " times over",
            "--max-nesting");
      }
    }
    if (compressed) {
      auto unpacked = decompress(media_type, std::move(reader), content.uri, &run_->budget);
      if (!unpacked) return unpacked.error();
      reader = Reader(std::move(*unpacked));
      content.name = without_compression(content.name);
      continue;
    }
    if (is_archive(media_type)) {
      auto archive = open_archive(media_type, std::move(reader), content, run_.get());
      if (!archive) return archive.error();
      open_.push_back(std::move(*archive));
      return std::nullopt;
    }
    if (media_type == "application/warc") {
      open_.push_back(open_warc(std::move(reader), content, run_.get()));
      return std::nullopt;
    }
    const bool all = content.by_name || options.all;
    if (options.format == InputFormat::kJsonl) {
      if (media_type == "application/json" || (all && is_article(media_type))) {
        open_.push_back(open_jsonl(std::move(reader), content, run_.get()));
        return std::nullopt;
      }
    } else if (is_article(media_type)) {
      if (all || !names_other_text(content.name)) return read_document(content, reader, media_type);
    }
    if (!is_article(media_type) && (all || has_converter(media_type))) {
      return unreadable(content.uri, media_type);
    }
    ++run_->passed_over;
    return std::nullopt;
  }
}

Result<SourceArticle> Inputs::read_document(UnreadContent& content, Reader& reader,
                                            std::string_view media_type) const {
  SourceArticle article;
  Document& document = article.document;
  const uint64_t limit = run_->options.limits.document;
  while (document.bytes.size() <= limit) {
    const std::string_view piece = reader.take();
    if (piece.empty()) break;
    document.bytes += piece;
  }
  if (document.bytes.size() > limit) {
    return limit_error(content.uri, "is larger than " + readable_size(limit), "--max-document");
  }
  article.warnings = std::move(content.warnings);
  if (reader.damaged()) {
    const Damage damage = reader.take_damage();
    if (document.bytes.empty() || damage.spoiled) return damage.error;
    document.truncated = true;
    article.warnings.push_back({"truncated", damage.error.message});
  }
  document.bytes.shrink_to_fit();
  document.id = content.prefix + std::string(without_extension(content.name));
  document.uri = std::move(content.uri);
  document.media_type = media_type;
  return article;
}

uint64_t size_of_inputs(const std::vector<std::string>& paths) {
  namespace fs = std::filesystem;
  uint64_t sum = 0;
  const auto add = [&sum](const fs::path& path) {
    std::error_code error;
    const uint64_t size = fs::is_regular_file(path, error) ? fs::file_size(path, error) : 0;
    if (!error) sum += size;
  };
  for (const std::string& path : paths) {
    std::error_code error;
    if (!fs::is_directory(path, error)) {
      add(path);
      continue;
    }
    constexpr auto kQuietly = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator it(path, kQuietly, error), end; !error && it != end;
         it.increment(error)) {
      if (!it->path().filename().native().starts_with('.')) {
        add(it->path());
      } else {
        it.disable_recursion_pending();
      }
    }
  }
  return sum;
}

}  // namespace solieu
