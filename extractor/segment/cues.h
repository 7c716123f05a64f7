// The phrases that tell chrome, dates, bylines and captions from the body: rules/layout.tsv.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/tsv.h"
#include "segment/tokens.h"
#include "solieu/span.h"
#include "solieu/status.h"

namespace solieu {

// What a phrase says about the line that holds it. The values are bits of a CueSet.
enum class Cue : uint16_t {
  kLine = 1 << 0,     // a line made of such phrases, numbers and marks is chrome
  kMenu = 1 << 11,    // the same for a line without numbers
  kStat = 1 << 1,     // the same where a line beside it is chrome
  kEnd = 1 << 2,      // the same, and what follows it is no article
  kRelated = 1 << 3,  // the same, and a list of teasers follows it
  kPrefix = 1 << 4,   // a short line that begins with it and a colon or bar is chrome
  kSite = 1 << 5,     // a line above the title that holds it is chrome
  kDate = 1 << 6,     // may stand in a date line
  kByline = 1 << 7,   // begins a byline, names follow
  kCaption = 1 << 8,  // begins a caption when the line has no full stop
  kPose = 1 << 9,     // a short line that holds it is a caption; one word counts in brackets only
  kSuffix = 1 << 10,  // glued to the end of a paragraph it is chrome
};
using CueSet = uint16_t;
constexpr CueSet operator|(Cue a, Cue b) {
  return static_cast<CueSet>(static_cast<CueSet>(a) | static_cast<CueSet>(b));
}
constexpr CueSet operator|(CueSet a, Cue b) {
  return static_cast<CueSet>(a | static_cast<CueSet>(b));
}

class LayoutCues;

// The cues of the phrases that begin with a word.
struct Beginning {
  CueSet cues = 0;
  uint8_t longest = 0;  // words
};

// The words of a line, without numbers and marks, in lower case where phrases may stand; tokens
// beside them. Reusable, so that a text's lines share one buffer.
class LineWords {
 public:
  void read(std::string_view text, Span line, const LayoutCues& cues);

  size_t size() const { return words_.size(); }
  bool has_digits() const { return has_digits_; }
  const std::vector<Token>& tokens() const { return tokens_; }
  const Token& token(size_t word) const { return tokens_[words_[word].token]; }
  size_t token_index(size_t word) const { return words_[word].token; }
  const Beginning& beginning(size_t word) const { return words_[word].beginning; }
  // `count` words from `first` on, with one blank between two; no more than a phrase may have that
  // begins with `first`.
  std::string_view phrase(size_t first, size_t count) const;

 private:
  struct Word {
    uint32_t begin = 0;  // in lower_
    uint32_t end = 0;
    uint32_t token = 0;
    Beginning beginning;
  };
  std::string lower_;  // of the words that may belong to phrases
  std::vector<Word> words_;
  std::vector<Token> tokens_;
  bool has_digits_ = false;
};

// Immutable after load, safe to share between threads.
class LayoutCues {
 public:
  // Reads tables with the columns phrase, cue, note. Case, numbers and marks of a phrase do not
  // count. A phrase may have several cues, a row each. Errors name file and line.
  static Result<LayoutCues> load(const std::vector<std::filesystem::path>& files);
  Status add(TsvReader& table);

  // The number of words of the longest phrase with one of the cues `wanted` that begins at word
  // `first`; 0 when there is none.
  size_t match(const LineWords& words, size_t first, CueSet wanted) const;
  size_t match(const LineWords& words, size_t first, Cue wanted) const {
    return match(words, first, static_cast<CueSet>(wanted));
  }
  // The length in bytes of the phrase with the cue `suffix` that `text` ends in, beginning with a
  // capital; 0 when there is none.
  size_t suffix_of(std::string_view text) const;
  // The word at which such a phrase begins, or words.size().
  size_t find(const LineWords& words, Cue wanted) const;
  // Whether the line consists of such phrases only (and of numbers and marks).
  bool made_of(const LineWords& words, CueSet wanted) const;

 private:
  struct Hash {
    using is_transparent = void;
    size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  template <class T>
  using Table = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  friend class LineWords;

  Table<CueSet> phrases_;
  // Whether any phrase may begin with the word: quick.
  bool may_begin(std::string_view word) const;

  Table<Beginning> beginnings_;  // by first word
  // Of such words by their first letters: bit i says that there are some of i bytes.
  std::array<uint32_t, 256> lengths_{};
  std::vector<std::string> suffixes_;
};

}  // namespace solieu
