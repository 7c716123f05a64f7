#include "link/status.h"

namespace solieu {

StatusLinker::StatusLinker(const Analysis& analysis, const PeriodLinker& periods)
    : analysis_(analysis), periods_(periods) {}

void StatusLinker::enter_block(const AnalysedSentence& s) {
  const BlockKind kind = analysis_.layout.blocks[s.block].kind;
  if (kind == BlockKind::kListItem) return;  // under what leads it in
  if (kind == BlockKind::kHeading) section_ = FigureStatus::kActual;
  paragraph_ = section_;
}

void StatusLinker::enter(const AnalysedSentence& s) {
  const bool new_block = sentence_ == nullptr || sentence_->block != s.block;
  if (new_block) enter_block(s);
  sentence_ = &s;
  cue_ = frame_ = 0;
  cued_ = false;
  now_ = paragraph_;
}

void StatusLinker::advance(uint32_t end) {
  const auto& cues = sentence_->mentions.cues;
  const auto& frames = periods_.frames();
  while (true) {
    const uint32_t cue = cue_ < cues.size() ? cues[cue_].items.begin : end;
    const uint32_t frame = frame_ < frames.size() ? frames[frame_].item : end;
    if (cue >= end && frame >= end) return;
    if (cue <= frame) {
      hear(cues[cue_++]);
    } else {
      hear(frames[frame_++]);
    }
  }
}

void StatusLinker::hear(const CueFound& cue) {
  const Rule& rule = analysis_.rules.rules()[cue.rule];
  cued_ = true;
  now_ = rule.status;
  if (!rule.paragraph_scope && rule.status == FigureStatus::kTarget) return;
  paragraph_ = rule.status;
  const BlockKind kind = analysis_.layout.blocks[sentence_->block].kind;
  // What a title foretells the whole article does.
  const bool foretold = kind == BlockKind::kTitle && rule.status == FigureStatus::kTarget;
  if (kind == BlockKind::kHeading || foretold) section_ = rule.status;
}

// A new time ends what was carried into the sentence; the sentence's own cue it leaves alone.
void StatusLinker::hear(const PeriodLinker::Frame& frame) {
  if (frame.future) {
    now_ = paragraph_ = FigureStatus::kTarget;
  } else if (!cued_) {
    now_ = paragraph_ = FigureStatus::kActual;
  }
}

// "kỷ niệm 30 năm": is so, whatever is planned for it.
bool StatusLinker::is_anniversary(const FigureMention& figure) const {
  if (figure.kind != Kind::kDuration) return false;
  const auto& items = sentence_->items.items;
  const auto is = [&](uint32_t at) {
    return at < items.size() && analysis_.has(items[at], c_.anniversary_word);
  };
  return is(figure.items.end) || (figure.items.begin > 0 && is(figure.items.begin - 1));
}

void StatusLinker::leave() {
  if (sentence_ != nullptr) advance(static_cast<uint32_t>(sentence_->items.items.size()));
}

FigureStatus StatusLinker::status_of(const FigureMention& figure,
                                     const PeriodLinker::Answer& period) {
  advance(figure.items.begin);
  if (figure.kind == Kind::kAge || is_anniversary(figure)) return FigureStatus::kActual;
  if (figure.status) return *figure.status;
  if (periods_.is_future(period.period)) return FigureStatus::kTarget;
  return now_;
}

}  // namespace solieu
