#include "pipeline/checkpoint.h"

#include <system_error>

#include "base/part_file.h"
#include "base/tsv.h"
#include "pipeline/json_lines.h"
#include "pipeline/totals.h"

namespace solieu {
namespace {

constexpr std::string_view kSchema = "solieu.checkpoint/1";

}  // namespace

Result<std::optional<Checkpoint>> Checkpoint::load(const std::filesystem::path& path) {
  std::error_code ignored;
  if (!std::filesystem::exists(path, ignored)) return std::optional<Checkpoint>();
  const auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  simdjson::dom::parser parser;
  simdjson::dom::element object;
  if (parser.parse(*bytes).get(object) != simdjson::SUCCESS ||
      string_of(object, "schema") != kSchema) {
    return Error{Error::Code::kUsage, path.string(), "is no checkpoint of this version of solieu",
                 "remove it to begin anew"};
  }
  Checkpoint out;
  out.settings = string_of(object, "settings");
  out.metadata = string_of(object, "metadata");
  out.inputs = string_of(object, "inputs");
  out.output = string_of(object, "output");
  out.dead_letters = string_of(object, "dead_letters");
  out.manifest = string_of(object, "manifest");
  out.complete = number_of(object, "complete") != 0;
  simdjson::dom::element totals;
  if (object["totals"].get(totals) == simdjson::SUCCESS) {
    for (const TotalsMember& member : kTotalsMembers) {
      out.totals.*member.value = number_of(totals, member.name);
    }
  }
  return std::optional(std::move(out));
}

Status Checkpoint::save(const std::filesystem::path& path) const {
  std::string members;
  append_json(totals, members);
  JsonObject object;
  object.add("schema", kSchema)
      .add("settings", settings)
      .add("metadata", metadata)
      .add("inputs", inputs)
      .add("output", output)
      .add("dead_letters", dead_letters)
      .add("manifest", manifest)
      .add("complete", uint64_t{complete})
      .add_object("totals", members);
  return replace_file(path, std::string(object.finish()) + "\n");
}

}  // namespace solieu
