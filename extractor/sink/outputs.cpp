#include "solieu/outputs.h"

#include <algorithm>
#include <optional>
#include <set>

#include "sink/fan_out.h"
#include "sink/sqlite_sink.h"
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
  const std::string& position;
};

struct Format {
  std::string_view name;
  std::set<std::string_view> options;
  Opened (*open)(const Opening&);  // null: not built in
};

const Format kFormats[] = {
    {"jsonl",
     {},
     [](const Opening& o) { return open_jsonl_sink(o.target.where, o.json, o.position); }},
    {"sqlite", {}, [](const Opening& o) { return open_sqlite_sink(o.target.where); }},
};

Error usage(const std::string& target, std::string message, std::string remedy) {
  return {Error::Code::kUsage, "--to " + target, std::move(message), std::move(remedy)};
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

Opened open(const std::string& text, const JsonOptions& json, const std::string& position) {
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
  return format->open({target, json, position});
}

}  // namespace

Opened open_outputs(const std::vector<std::string>& targets, const JsonOptions& options,
                    std::string_view position) {
  const auto positions = split_position(position, targets.size());
  if (!positions) return positions.error();
  std::set<std::string> places;
  std::vector<std::unique_ptr<Sink>> sinks;
  for (size_t i = 0; i < targets.size(); ++i) {
    if (!places.insert(parse(targets[i]).where).second) {
      return usage(targets[i], "another output goes there already", "name another file");
    }
    auto sink = open(targets[i], options, (*positions)[i]);
    if (!sink) return sink.error();
    sinks.push_back(std::move(*sink));
  }
  return fan_out(std::move(sinks));
}

}  // namespace solieu
