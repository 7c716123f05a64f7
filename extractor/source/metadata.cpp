#include "source/metadata.h"

#include <simdjson.h>

#include "base/sha256.h"
#include "base/tsv.h"
#include "source/iso_date.h"

namespace solieu {
namespace {

std::optional<std::string> given(std::string_view cell) {
  return cell.empty() ? std::nullopt : std::optional<std::string>(cell);
}

Error usage_error(std::string place, std::string message, std::string remedy) {
  return {Error::Code::kUsage, std::move(place), std::move(message), std::move(remedy)};
}

}  // namespace

Result<MetadataTable> MetadataTable::read(const std::filesystem::path& path) {
  auto text = read_file(path);
  if (!text) return usage_error(path.string(), text.error().message, text.error().remedy);
  if (!simdjson::validate_utf8(*text)) {
    return usage_error(path.string(), "is not UTF-8", "convert it, for example with iconv");
  }
  MetadataTable out;
  out.sha256_ = to_hex(solieu::sha256(*text));
  if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
  const auto wrong = [](const Error& error) {
    return usage_error(error.place, error.message, error.remedy);
  };
  auto table = TsvReader::begin(*text, path.string());
  if (!table) return wrong(table.error());
  if (!table->has_column("id")) {
    return usage_error(path.string(), "has no column \"id\"",
                       "begin it with a header line: id, date, url, site, title");
  }
  while (table->next()) {
    const std::string_view date = table->cell("date");
    if (!date.empty() && !is_iso_date(date)) {
      return usage_error(table->place(), "the date \"" + std::string(date) + "\" is not ISO 8601",
                         "write 2023-12-28 or 2023-12-28T15:43:35+07:00");
    }
    const auto [at, fresh] =
        out.rows_.try_emplace(std::string(table->cell("id")),
                              Metadata{given(date), given(table->cell("url")),
                                       given(table->cell("site")), given(table->cell("title"))});
    if (!fresh) {
      return usage_error(table->place(), "the id \"" + at->first + "\" is given twice",
                         "keep one of the rows");
    }
  }
  if (!table->status()) return wrong(table->status().error());
  return out;
}

void MetadataTable::lay_over(const std::string& id, Metadata& known) const {
  const auto row = rows_.find(id);
  if (row == rows_.end()) return;
  const Metadata& said = row->second;
  if (said.date) known.date = said.date;
  if (said.url) known.url = said.url;
  if (said.site) known.site = said.site;
  if (said.title) known.title = said.title;
}

}  // namespace solieu
