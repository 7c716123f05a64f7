// An article as the link stage sees it: its parts, its sentences, and what was found in each.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "grammar/rule_set.h"
#include "link/link_rules.h"
#include "mention/items.h"
#include "mention/mention.h"
#include "segment/layout.h"
#include "text/clean_text.h"

namespace solieu {

struct AnalysedSentence {
  Span span;           // bytes of the clean text
  uint32_t block = 0;  // index in Layout::blocks
  SentenceItems items;
  SentenceMentions mentions;
};

// Refers to everything; lives as long as one article's extraction.
struct Analysis {
  const RuleSet& rules;
  const LinkRules& linking;  // of the same rules
  const CleanText& clean;
  const Layout& layout;
  std::span<const AnalysedSentence> sentences;
  std::string_view text() const { return clean.text(); }
  // Whether an item carries a concept; `id` is one that ConceptTable::find gave: below zero when
  // the rules know no such concept, and then nothing carries it.
  bool has(const Item& item, int id) const {
    return id >= 0 && rules.has_concept(item, static_cast<ConceptId>(id));
  }
  // The same of a lexicon entry, and of any item of a sentence.
  bool has(int32_t entry, int id) const {
    return id >= 0 && rules.has_concept(entry, static_cast<ConceptId>(id));
  }
  bool has(const AnalysedSentence& sentence, int id) const {
    return id >= 0 &&
           rules.any_has_concept(sentence.items.concept_rows, static_cast<ConceptId>(id));
  }
};

}  // namespace solieu
