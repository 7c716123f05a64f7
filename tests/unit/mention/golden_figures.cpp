#include "golden_figures.h"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "mention/mention.h"
#include "segment/layout.h"
#include "text/clean_text.h"

namespace solieu {
namespace {

std::vector<std::string> words_of(const std::string& line) {
  std::vector<std::string> out;
  size_t at = 0;
  while ((at = line.find_first_not_of(' ', at)) != std::string::npos) {
    const size_t end = std::min(line.find(' ', at), line.size());
    out.push_back(line.substr(at, end - at));
    at = end;
  }
  return out;
}

GoldenFigure parse_figure(std::string line, const std::string& place) {
  GoldenFigure out;
  if (line.starts_with("?")) {
    out.optional = true;
    line = line.substr(1);
  }
  const size_t open = line.find('"');
  const size_t close = line.rfind('"');
  const size_t equals = line.find('=', close);
  if (open == std::string::npos || close == open || equals == std::string::npos) {
    throw std::runtime_error(place + ": expected: kind \"quote\" = value [unit] [modifier]");
  }
  const auto head = words_of(line.substr(0, open));
  const auto tail = words_of(line.substr(equals + 1));
  if (head.size() != 1 || tail.empty()) throw std::runtime_error(place + ": kind or value missing");
  out.kind = head[0];
  out.quote = line.substr(open + 1, close - open - 1);
  out.value = tail[0];
  out.modifier = "exact";
  for (size_t i = 1; i < tail.size(); ++i) {
    if (modifier_named(tail[i])) {
      out.modifier = tail[i];
    } else {
      out.unit = tail[i];
    }
  }
  if (out.kind == "percent") out.unit = "%";
  return out;
}

std::string shown(const GoldenFigure& f) {
  return f.kind + " \"" + f.quote + "\" = " + f.value + (f.unit.empty() ? "" : " " + f.unit) +
         (f.modifier == "exact" ? "" : " " + f.modifier);
}

std::vector<GoldenFigure> found_in(const RuleSet& rules, std::string_view source) {
  const CleanText cleaned = clean(source);
  const std::string_view text = cleaned.text();
  std::vector<Span> sentences;
  split_sentences(text, {0, static_cast<uint32_t>(text.size())}, sentences);
  SentenceItems items;
  SentenceMentions mentions;
  MentionFinder finder(rules);
  std::vector<GoldenFigure> out;
  for (const Span sentence : sentences) {
    itemise(rules, text, sentence, items);
    finder.find(text, items, mentions);
    for (const auto& m : mentions.figures) {
      GoldenFigure f;
      f.kind = name_of(m.kind);
      f.quote = m.span.of(text);
      f.value = m.bounded ? m.low.to_string() + ".." + m.high.to_string() : m.value.to_string();
      if (m.of) f.value += "/" + m.of->to_string();
      f.unit = m.unit;
      f.modifier = name_of(m.modifier);
      out.push_back(std::move(f));
    }
  }
  return out;
}

}  // namespace

std::vector<GoldenSentence> read_golden(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator(folder)) {
    if (file.path().extension() == ".txt") files.push_back(file.path());
  }
  std::ranges::sort(files);
  std::vector<GoldenSentence> out;
  for (const auto& path : files) {
    std::ifstream in(path);
    std::string line;
    bool gap = false;
    for (int number = 1; std::getline(in, line); ++number) {
      const std::string place = path.filename().string() + ":" + std::to_string(number);
      if (line.empty() || line.starts_with("#") || line == "none") continue;
      if (line.starts_with("~")) {
        gap = true;
      } else if (line.starts_with("> ")) {
        std::string text = line.substr(2);
        for (size_t at; (at = text.find("⏎")) != std::string::npos;) text.replace(at, 3, "\n");
        out.push_back({place, std::move(text), gap, {}});
        gap = false;
      } else if (out.empty()) {
        throw std::runtime_error(place + ": a figure before any sentence");
      } else {
        out.back().figures.push_back(parse_figure(line, place));
      }
    }
  }
  return out;
}

std::string golden_difference(const RuleSet& rules, const GoldenSentence& sentence) {
  auto found = found_in(rules, sentence.text);
  std::string out;
  for (const auto& wanted : sentence.figures) {
    const auto same = std::ranges::find_if(
        found, [&](const GoldenFigure& f) { return shown(f) == shown(wanted); });
    if (same != found.end()) {
      found.erase(same);
    } else if (!wanted.optional) {
      out += "  - " + shown(wanted) + "\n";
    } else {
      // Either way is right; what stands at its place is no false alarm.
      std::erase_if(found, [&](const GoldenFigure& f) {
        return wanted.quote.find(f.quote) != std::string::npos ||
               f.quote.find(wanted.quote) != std::string::npos;
      });
    }
  }
  for (const auto& f : found) out += "  + " + shown(f) + "\n";
  return out;
}

}  // namespace solieu
