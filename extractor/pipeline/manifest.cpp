#include "pipeline/manifest.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "base/sha256.h"
#include "base/tsv.h"
#include "pipeline/json_lines.h"

namespace solieu {
namespace {

constexpr std::string_view kSchema = "solieu.manifest/1";

}  // namespace

std::string ManifestEntry::line() const {
  JsonObject object;
  object.add("schema", kSchema)
      .add("id", id)
      .add("uri", uri)
      .add("sha256", sha256)
      .add("key", key)
      .add("outcome", outcome)
      .add("figures", figures);
  return std::string(object.finish()) + "\n";
}

Result<Manifest> Manifest::read(const std::filesystem::path& path) {
  Manifest out;
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return out;
  const auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  simdjson::dom::parser parser;
  size_t line_number = 0;
  for (std::string_view rest = *bytes; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    ++line_number;
    simdjson::dom::element object;
    if (parser.parse(line.data(), line.size()).get(object) != simdjson::SUCCESS ||
        string_of(object, "schema") != kSchema) {
      return Error{Error::Code::kUsage, path.string() + ":" + std::to_string(line_number),
                   "is no line of a manifest of this version of solieu",
                   "remove the file to do all articles again"};
    }
    out.entries_.push_back({string_of(object, "id"), string_of(object, "uri"),
                            string_of(object, "sha256"), string_of(object, "key"),
                            string_of(object, "outcome"), number_of(object, "figures")});
  }
  // Only now do the entries stay where they are.
  for (size_t i = 0; i < out.entries_.size(); ++i) out.by_id_[out.entries_[i].id] = i;
  return out;
}

const ManifestEntry* Manifest::find(std::string_view id) const {
  const auto at = by_id_.find(id);
  return at == by_id_.end() ? nullptr : &entries_[at->second];
}

std::string manifest_key(std::string_view settings, std::string_view sha256, const Input& input) {
  std::string all(settings);
  const auto add = [&](std::string_view part) {
    all += '\0';  // ends a part, so that no two lists of parts make the same text
    all += part;
  };
  add(sha256);
  add(input.document.uri);
  add(input.document.media_type);
  add(input.document.encoding);
  add(input.document.declared_encoding);
  add(input.document.captured_at);
  add(input.document.truncated ? "1" : "0");
  add(input.duplicate_of);
  const Metadata& given = input.document.metadata;
  for (const auto* value : {&given.date, &given.url, &given.site, &given.title}) {
    add(value->has_value() ? "1" : "0");
    add(value->value_or(""));
  }
  for (const InputWarning& warning : input.warnings) add(warning.message);
  return to_hex(solieu::sha256(all)).substr(0, 32);
}

}  // namespace solieu
