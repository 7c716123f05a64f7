// solieu article: what is taken as the article of a page or a text, and what is left out.
#include "pipeline/article.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <cstdio>

#include "cli/commands.h"
#include "cli/options.h"

namespace solieu::cli {
namespace {

struct ArticleOptions {
  InputOptions input;
  RulesOptions rules;
  std::string format = "text";
  bool report = false;
};

std::string_view name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::kTitle:
      return "title";
    case BlockKind::kDateLine:
      return "date";
    case BlockKind::kHeading:
      return "heading";
    case BlockKind::kParagraph:
      return "paragraph";
    case BlockKind::kListItem:
      return "list_item";
    case BlockKind::kCaption:
      return "caption";
    case BlockKind::kByline:
      return "byline";
    case BlockKind::kTableRow:
      return "table_row";
    case BlockKind::kChrome:
      break;
  }
  return "chrome";
}

void append_cells(const Page& page, Span row, std::string& out) {
  for (const TableCell& cell : page.layout.cells) {
    if (!row.contains(cell.span)) continue;
    out += "| ";
    for (const char c : cell.span.of(page.clean.text()))
      out += c == '|' ? std::string("\\|") : std::string(1, c);
    out += " ";
  }
  out += "|";
}

std::string markdown(const Page& page) {
  const std::string_view text = page.clean.text();
  std::string out;
  BlockKind above = BlockKind::kChrome;
  for (const Block& block : page.layout.blocks) {
    if (block.kind == BlockKind::kChrome) continue;
    const bool same_list =
        above == block.kind && (above == BlockKind::kListItem || above == BlockKind::kTableRow);
    if (!out.empty()) out += same_list ? "\n" : "\n\n";
    if (block.kind == BlockKind::kTitle) out += "# ";
    if (block.kind == BlockKind::kHeading) out += "## ";
    if (block.kind == BlockKind::kListItem) out += "- ";
    const bool slanted = block.kind == BlockKind::kCaption || block.kind == BlockKind::kByline ||
                         block.kind == BlockKind::kDateLine;
    if (block.kind == BlockKind::kTableRow && !page.layout.cells.empty()) {
      const size_t begin = out.size();
      append_cells(page, block.span, out);
      if (above != BlockKind::kTableRow) {
        const auto columns =
            std::count(out.begin() + static_cast<ptrdiff_t>(begin), out.end(), '|');
        out += "\n";
        for (ptrdiff_t i = 1; i < columns; ++i) out += "|---";
        out += "|";
      }
    } else {
      if (slanted) out += '*';
      out += block.span.of(text);
      if (slanted) out += '*';
    }
    above = block.kind;
  }
  return out.empty() ? out : out + "\n";
}

using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void put(Writer& json, std::string_view key, std::string_view value) {
  json.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
  if (value.empty()) {
    json.Null();
  } else {
    json.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }
}

void put(Writer& json, std::string_view key, Span span) {
  json.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
  json.Uint(span.begin);
}

template <class Visit>
void for_each_field(const PageMetadata& found, const Visit& visit) {
  visit("title", found.titles);
  visit("byline", found.bylines);
  visit("published", found.published);
  visit("modified", found.modified);
  visit("site", found.sites);
  visit("url", found.urls);
}

void put_report(Writer& json, const Page& page) {
  json.Key("candidates");
  json.StartObject();
  for_each_field(page.candidates, [&](const char* name, const std::vector<Candidate>& candidates) {
    json.Key(name);
    json.StartArray();
    for (const Candidate& candidate : candidates) {
      json.StartObject();
      put(json, "value", candidate.value);
      put(json, "from", candidate.from);
      json.EndObject();
    }
    json.EndArray();
  });
  json.EndObject();
  json.Key("left_out");
  json.StartArray();
  for (const LeftOut& line : page.left_out) {
    json.StartObject();
    put(json, "reason", line.reason);
    put(json, "text", line.text);
    put(json, "start", line.source);
    json.Key("end");
    json.Uint(line.source.end);
    json.EndObject();
  }
  json.EndArray();
}

std::string json_of(const Page& page, bool report) {
  const std::string_view text = page.clean.text();
  rapidjson::StringBuffer buffer;
  Writer json(buffer);
  json.StartObject();
  put(json, "status", solieu::name_of(page.status));
  put(json, "title", page.title);
  put(json, "byline", page.byline);
  put(json, "site", page.site);
  put(json, "url", page.url);
  put(json, "published", page.published);
  put(json, "modified", page.modified);
  json.Key("blocks");
  json.StartArray();
  for (const Block& block : page.layout.blocks) {
    if (block.kind == BlockKind::kChrome) continue;
    const Span source = page.clean.to_source(block.span);
    json.StartObject();
    put(json, "kind", name_of(block.kind));
    put(json, "text", block.span.of(text));
    put(json, "start", source);
    json.Key("end");
    json.Uint(source.end);
    json.EndObject();
  }
  json.EndArray();
  if (report) put_report(json, page);
  json.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

std::string plain(const Page& page) {
  std::string out;
  for (const Block& block : page.layout.blocks) {
    if (block.kind != BlockKind::kChrome) out.append(block.span.of(page.clean.text())).append("\n");
  }
  return out;
}

std::string report_of(const Page& page) {
  std::string out = "status\t" + std::string(solieu::name_of(page.status)) + "\n";
  for_each_field(page.candidates, [&](const char* name, const std::vector<Candidate>& candidates) {
    for (const Candidate& candidate : candidates) {
      out += std::string(name) + "\t" + candidate.value + "\t" + candidate.from + "\n";
    }
  });
  for (const LeftOut& line : page.left_out) {
    out += "left out\t" + std::string(line.reason) + "\t" + std::to_string(line.source.begin) +
           ".." + std::to_string(line.source.end) + "\t" + line.text + "\n";
  }
  return out;
}

ExitStatus run(const ArticleOptions& options) {
  const auto metadata = options.input.read_metadata();
  if (!metadata) return report(metadata.error());
  const auto extractor = options.rules.load();
  if (!extractor) return report(extractor.error());
  Inputs source = options.input.open();
  ExitStatus status = kAllWell;
  while (auto article = source.next()) {
    if (!*article) {
      status = report(article->error());
      continue;
    }
    const Input input = to_input(*metadata, options.input, std::move(**article));
    const Document& document = input.document;
    const Page page = read_article(document, extractor->rules(), options.report);
    std::string out;
    if (options.format == "json") {
      out = json_of(page, options.report);
    } else {
      if (options.report) out = report_of(page) + "\n";
      out += options.format == "markdown" ? markdown(page) : plain(page);
    }
    std::fwrite(out.data(), 1, out.size(), stdout);
  }
  if (std::fflush(stdout) != 0) {
    return report({Error::Code::kOutput, "standard output", "cannot be written", ""});
  }
  return status;
}

}  // namespace

void add_article(CLI::App& app, ExitStatus& status) {
  auto options = std::make_shared<ArticleOptions>();
  CLI::App& command =
      *app.add_subcommand("article", "Print what is taken as the article of a page or a text");
  command.add_option("FILE", options->input.paths, "Pages or texts; - is standard input")
      ->required();
  command.add_option("--format", options->format, "text, markdown, or json")
      ->check(CLI::IsMember({"text", "markdown", "json"}));
  command.add_flag("--report", options->report,
                   "Tell also all candidates of title, dates and the like, and what was left out "
                   "and why");
  options->input.add_to(command);
  options->rules.add_to(command);
  command.callback([options, &status] { status = run(*options); });
}

}  // namespace solieu::cli
