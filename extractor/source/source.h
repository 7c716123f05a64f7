// Where articles come from: the interface that a batch reads, and what may be asked of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "solieu/document.h"
#include "solieu/status.h"

namespace solieu {

// Something odd about an article that was read all the same. `code` is static.
struct SourceWarning {
  std::string_view code;
  std::string message;
};

struct SourceArticle {
  Document document;
  std::vector<SourceWarning> warnings;
  std::string duplicate_of;  // id of an earlier article with the same bytes, or empty
};

class Source {
 public:
  virtual ~Source() = default;
  // The next article, nothing at the end, or an error that names what cannot be read, why and what
  // to do; the following call goes on behind it. Not thread-safe.
  virtual std::optional<Result<SourceArticle>> next() = 0;
};

// The names of an article's parts in JSON Lines: keys, or JSON pointers when they begin with '/'.
struct JsonFields {
  std::string id = "id";
  std::string text = "text";
  std::string html = "html";
  std::string date = "date";
  std::string url = "url";
  std::string title = "title";
  std::string site = "site";
};

// What a single input may cost. Each breach is an error for the document concerned.
struct Limits {
  uint64_t document = 16 << 20;        // bytes of a document, also of a line of JSON
  uint64_t ratio = 500;                // bytes that one compressed byte may become
  uint64_t total = uint64_t{1} << 40;  // bytes unpacked from one file
  uint32_t nesting = 8;                // archives and compression inside one another
  uint64_t entries = 10'000'000;       // of one archive
};

enum class InputFormat : uint8_t {
  kAuto,   // by content
  kJsonl,  // text is JSON Lines, also in archives
};

struct SourceOptions {
  bool all = false;  // in folders and archives, pass over nothing but hidden files
  InputFormat format = InputFormat::kAuto;
  JsonFields fields;
  Limits limits;
};

}  // namespace solieu
