#include "solieu/outputs.h"

#include <algorithm>
#include <optional>
#include <set>

#include "sink/fan_out.h"
#include "sink/postgres_sink.h"
#include "sink/sqlite_sink.h"
#include "sink/table_sinks.h"
#include "solieu/jsonl_sink.h"

namespace solieu {
namespace {

using Opened = Result<std::unique_ptr<Sink>>;

struct Target {
  std::string format;
  std::set<std::string, std::less<>> options;  // what follows the format after a +
  std::string where;
};

// What an opening function is given.
struct Opening {
  const Target& target;
  const JsonOptions& json;
  const ReopenOptions& reopen;
};

struct Format {
  std::string_view name;
  std::set<std::string_view> options;
  Opened (*open)(const Opening&);  // null: not built in
};

const Format kFormats[] = {
    {"jsonl",
     {},
     [](const Opening& o) { return open_jsonl_sink(o.target.where, o.json, o.reopen); }},
    {"flat",
     {},
     [](const Opening& o) { return open_flat_sink(o.target.where, o.reopen.position); }},
    {"csv",
     {"bom", "semicolon"},
     [](const Opening& o) {
       const CsvOptions options = {o.target.options.count("bom") != 0,
                                   o.target.options.count("semicolon") != 0};
       return open_csv_sink(o.target.where, options, o.reopen.position);
     }},
#ifdef SOLIEU_WITH_XLSX
    {"xlsx",
     {},
     [](const Opening& o) { return open_xlsx_sink(o.target.where, o.reopen.position); }},
#else
    {"xlsx", {}, nullptr},
#endif
    {"sqlite", {}, [](const Opening& o) { return open_sqlite_sink(o.target.where, o.reopen); }},
#ifdef SOLIEU_WITH_POSTGRES
    {"postgres", {}, [](const Opening& o) { return open_postgres_sink(o.target.where, o.reopen); }},
#else
    {"postgres", {}, nullptr},
#endif
};

// Names the format only: what follows may hold a password.
Error usage(const std::string& target, std::string message, std::string remedy) {
  return {Error::Code::kUsage, "--to " + target.substr(0, target.find(':')), std::move(message),
          std::move(remedy)};
}

std::string known_formats() {
  std::string out = "formats are";
  for (const Format& format : kFormats) out.append(" ").append(format.name);
  return out;
}

Target parse(std::string_view text) {
  Target out;
  const size_t colon = std::min(text.find(':'), text.size());
  std::string_view name = text.substr(0, colon);
  out.where = text.substr(std::min(colon + 1, text.size()));
  out.format = name.substr(0, name.find('+'));
  while (name.find('+') != std::string_view::npos) {
    name.remove_prefix(name.find('+') + 1);
    out.options.emplace(name.substr(0, name.find('+')));
  }
  return out;
}

Opened open(const std::string& text, const JsonOptions& json, const ReopenOptions& reopen) {
  const Target target = parse(text);
  const Format* const format =
      std::find_if(std::begin(kFormats), std::end(kFormats),
                   [&](const Format& known) { return known.name == target.format; });
  if (format == std::end(kFormats)) {
    return usage(text, "no such format", "write FORMAT:FILE; " + known_formats());
  }
  if (target.where.empty()) return usage(text, "does not say where to", "write FORMAT:FILE");
  for (const std::string& option : target.options) {
    if (format->options.count(option) == 0) {
      return usage(text, target.format + " has no option " + option, "see man solieu");
    }
  }
  if (format->open == nullptr) {
    return usage(text, target.format + " is not built in",
                 "build solieu with its library installed (sh .ci/setup)");
  }
  return format->open({target, json, reopen});
}

}  // namespace

Opened open_outputs(const std::vector<std::string>& targets, const JsonOptions& options,
                    const ReopenOptions& reopen) {
  const auto positions = split_position(reopen.position, targets.size());
  if (!positions) return positions.error();
  std::set<std::string> places;
  std::vector<std::unique_ptr<Sink>> sinks;
  for (size_t i = 0; i < targets.size(); ++i) {
    if (!places.insert(parse(targets[i]).where).second) {
      return usage(targets[i], "another output goes there already", "name another file");
    }
    auto sink = open(targets[i], options, {(*positions)[i], reopen.keep});
    if (!sink) return sink.error();
    sinks.push_back(std::move(*sink));
  }
  return fan_out(std::move(sinks));
}

}  // namespace solieu
