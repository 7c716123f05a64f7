// Who rules the figures of an article, from where to where: a frame that is inherited from the
// article to its paragraphs, sentences and clauses and changes on evidence only.
#pragma once

#include <vector>

#include "link/units.h"

namespace solieu {

// Rules figures from byte `at` of the clean text until the next frame.
struct UnitFrame {
  enum class Kind : uint8_t {
    kInherited,  // the article's or the section's
    kSubject,    // a subject or topic: lasts for its paragraph
    kPerson,     // a person's story, nobody's figures: lasts until an organisation acts
    kByTheWay,   // lasts for its sentence
  };
  uint32_t at = 0;
  int32_t entity = -1;   // of ArticleUnits; -1: nobody
  int32_t mention = -1;  // of ArticleUnits: where it was said; -1: nowhere
  Basis basis = Basis::kDefault;
  Kind kind = Kind::kInherited;
};

// The frames of an article, in the order of the text.
std::vector<UnitFrame> build_frames(const Analysis& analysis, const ArticleUnits& units);

}  // namespace solieu
