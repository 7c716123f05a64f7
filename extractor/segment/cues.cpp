#include "segment/cues.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "segment/characters.h"

namespace solieu {
namespace {

constexpr std::array<std::pair<std::string_view, Cue>, 12> kCueNames = {{
    {"line", Cue::kLine},
    {"menu", Cue::kMenu},
    {"stat", Cue::kStat},
    {"end", Cue::kEnd},
    {"related", Cue::kRelated},
    {"prefix", Cue::kPrefix},
    {"site", Cue::kSite},
    {"date", Cue::kDate},
    {"byline", Cue::kByline},
    {"caption", Cue::kCaption},
    {"pose", Cue::kPose},
    {"suffix", Cue::kSuffix},
}};

constexpr size_t kLongestPhrase = 12;  // words

// A number from the first two letters of a word, the same for capitals and small letters: those
// beyond ASCII have their first byte in common.
uint8_t beginning_of(std::string_view word) {
  const auto lead = [&](size_t at) {
    const auto byte = static_cast<unsigned char>(word[at]);
    return byte < 0x80 ? byte | 0x20u : byte;
  };
  const unsigned first = lead(0);
  return static_cast<uint8_t>(first >= 0x80 || word.size() == 1 ? first : first * 31 + lead(1));
}

uint32_t bit_of_length(std::string_view word) {
  return uint32_t{1} << std::min<size_t>(word.size(), 31);
}

std::optional<Cue> cue_named(std::string_view name) {
  for (const auto& [known, cue] : kCueNames) {
    if (known == name) return cue;
  }
  return std::nullopt;
}

}  // namespace

void LineWords::read(std::string_view text, Span line, const LayoutCues& cues) {
  lower_.clear();
  words_.clear();
  tokens_.clear();
  has_digits_ = false;
  tokenise(text, line, tokens_);
  size_t wanted = 0;  // words that a phrase may go on with
  for (uint32_t i = 0; i < tokens_.size(); ++i) {
    if (tokens_[i].kind == TokenKind::kDigits) has_digits_ = true;
    if (tokens_[i].kind != TokenKind::kWord) continue;
    const std::string_view word = tokens_[i].span.of(text);
    Word& entry = words_.emplace_back();
    entry.token = i;
    const bool may_begin = cues.may_begin(word);
    if (!may_begin && words_.size() > wanted) continue;
    lower_ += ' ';
    entry.begin = static_cast<uint32_t>(lower_.size());
    append_lower(word, lower_);
    entry.end = static_cast<uint32_t>(lower_.size());
    if (!may_begin) continue;
    const auto known = cues.beginnings_.find(std::string_view(lower_).substr(entry.begin));
    if (known == cues.beginnings_.end()) continue;
    entry.beginning = known->second;
    wanted = std::max(wanted, words_.size() - 1 + entry.beginning.longest);
  }
}

std::string_view LineWords::phrase(size_t first, size_t count) const {
  const uint32_t begin = words_[first].begin;
  return std::string_view(lower_).substr(begin, words_[first + count - 1].end - begin);
}

Result<LayoutCues> LayoutCues::load(const std::vector<std::filesystem::path>& files) {
  LayoutCues cues;
  for (const auto& file : files) {
    const auto text = read_file(file);
    if (!text) return text.error();
    auto table = TsvReader::begin(*text, file.string());
    if (!table) return table.error();
    if (Status added = cues.add(*table); !added) return added.error();
  }
  return cues;
}

Status LayoutCues::add(TsvReader& table) {
  std::vector<Token> tokens;
  while (table.next()) {
    const std::string_view phrase = table.cell("phrase");
    const auto cue = cue_named(table.cell("cue"));
    if (!cue) {
      return Error{
          Error::Code::kRules, table.place(),
          "unknown cue '" + std::string(table.cell("cue")) + "'",
          "use line, menu, stat, end, related, prefix, site, date, byline, caption, pose or "
          "suffix"};
    }
    tokens.clear();
    tokenise(phrase, {0, static_cast<uint32_t>(phrase.size())}, tokens);
    std::erase_if(tokens, [](const Token& t) { return t.kind != TokenKind::kWord; });
    if (tokens.empty() || tokens.size() > kLongestPhrase) {
      return Error{Error::Code::kRules, table.place(), "a phrase has 1 to 12 words",
                   "put the words of the phrase into the first column"};
    }
    std::string words;
    for (const Token& token : tokens) {
      if (!words.empty()) words += ' ';
      append_lower(token.span.of(phrase), words);
    }
    CueSet& cues = phrases_[words];
    cues = cues | *cue;
    const std::string first = words.substr(0, tokens.front().span.size());
    Beginning& beginning = beginnings_[first];
    beginning.cues = beginning.cues | *cue;
    beginning.longest = std::max(beginning.longest, static_cast<uint8_t>(tokens.size()));
    lengths_[beginning_of(first)] |= bit_of_length(first);
    if (*cue == Cue::kSuffix) append_lower(phrase, suffixes_.emplace_back());
  }
  return table.status();
}

bool LayoutCues::may_begin(std::string_view word) const {
  return (lengths_[beginning_of(word)] & bit_of_length(word)) != 0;
}

size_t LayoutCues::match(const LineWords& words, size_t first, CueSet wanted) const {
  if (first >= words.size()) return 0;
  const Beginning& beginning = words.beginning(first);
  if ((beginning.cues & wanted) == 0) return 0;
  for (size_t count = std::min<size_t>(beginning.longest, words.size() - first); count > 0;
       --count) {
    const auto found = phrases_.find(words.phrase(first, count));
    if (found != phrases_.end() && (found->second & wanted) != 0) return count;
  }
  return 0;
}

size_t LayoutCues::find(const LineWords& words, Cue wanted) const {
  size_t at = 0;
  while (at < words.size() && match(words, at, wanted) == 0) ++at;
  return at;
}

size_t LayoutCues::suffix_of(std::string_view text) const {
  // Lower case has as many bytes here.
  constexpr size_t kLongestSuffix = 60;
  const size_t from = text.size() > kLongestSuffix ? text.size() - kLongestSuffix : 0;
  size_t longest = 0;
  std::string lower;
  for (const std::string& suffix : suffixes_) {
    if (suffix.size() <= longest || suffix.size() > text.size() - from) continue;
    const std::string_view tail = text.substr(text.size() - suffix.size());
    if ((static_cast<unsigned char>(tail[0]) & 0xC0u) == 0x80u) continue;
    if (char_at(tail, 0).cls != CharClass::kUpper) continue;
    lower.clear();
    append_lower(tail, lower);
    if (lower == suffix) longest = suffix.size();
  }
  return longest;
}

bool LayoutCues::made_of(const LineWords& words, CueSet wanted) const {
  size_t at = 0;
  while (at < words.size()) {
    const size_t count = match(words, at, wanted);
    if (count == 0) return false;
    at += count;
  }
  return at > 0;
}

}  // namespace solieu
