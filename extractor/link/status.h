// Done or planned.
#pragma once

#include "link/analysis.h"
#include "link/period.h"
#include "solieu/record.h"

namespace solieu {

// One per article: carries what section, paragraph and sentence say of the figures in them. Asked
// for figures in the order of the text. Refers to the analysis and the period linker.
class StatusLinker {
 public:
  StatusLinker(const Analysis& analysis, const PeriodLinker& periods);

  // To be called for each sentence, in order, before its figures are asked for.
  void enter(const AnalysedSentence& sentence);
  // To be called after its figures, before the period linker enters the next sentence.
  void leave();
  FigureStatus status_of(const FigureMention& figure, const PeriodLinker::Answer& period);

 private:
  void enter_block(const AnalysedSentence& sentence);
  // Lets the cues and times before item `end` speak.
  void advance(uint32_t end);
  void hear(const CueFound& cue);
  void hear(const PeriodLinker::Frame& frame);
  bool is_anniversary(const FigureMention& figure) const;

  const Analysis& analysis_;
  const LinkConcepts& c_ = analysis_.linking.concepts;
  const PeriodLinker& periods_;
  const AnalysedSentence* sentence_ = nullptr;
  size_t cue_ = 0;     // the next one of the sentence
  size_t frame_ = 0;   // likewise
  bool cued_ = false;  // a cue of the sentence has spoken
  FigureStatus section_ = FigureStatus::kActual;
  FigureStatus paragraph_ = FigureStatus::kActual;
  FigureStatus now_ = FigureStatus::kActual;
};

}  // namespace solieu
