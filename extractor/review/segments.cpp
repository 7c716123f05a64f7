#include "review/segments.h"

#include <algorithm>

#include "text/clean_text.h"
#include "text/utf8.h"

namespace solieu {

std::vector<Segment> cut_at_figures(std::string_view text, const std::vector<Span>& marks) {
  std::vector<uint32_t> edges = {0, UINT32_MAX};
  for (const Span mark : marks) {
    edges.push_back(mark.begin);
    edges.push_back(mark.end);
  }
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());

  std::vector<uint32_t> by_begin(marks.size());
  for (uint32_t i = 0; i < marks.size(); ++i) by_begin[i] = i;
  std::stable_sort(by_begin.begin(), by_begin.end(),
                   [&](uint32_t a, uint32_t b) { return marks[a].begin < marks[b].begin; });

  std::vector<Segment> out;
  std::vector<uint32_t> covering;
  size_t next = 0;
  size_t byte = 0;
  uint32_t code_point = 0;
  for (size_t e = 0; e + 1 < edges.size() && (byte < text.size() || e == 0); ++e) {
    std::erase_if(covering, [&](uint32_t i) { return marks[i].end <= edges[e]; });
    for (; next < by_begin.size() && marks[by_begin[next]].begin <= edges[e]; ++next) {
      if (marks[by_begin[next]].end > edges[e]) covering.push_back(by_begin[next]);
    }
    const size_t begin = byte;
    for (; code_point < edges[e + 1] && byte < text.size(); ++code_point) {
      next_code_point(text, byte);
    }
    if (byte == begin) continue;
    std::vector<uint32_t> figures = covering;
    std::stable_sort(figures.begin(), figures.end(), [&](uint32_t a, uint32_t b) {
      return marks[a].end - marks[a].begin < marks[b].end - marks[b].begin;
    });
    out.push_back(
        {{static_cast<uint32_t>(begin), static_cast<uint32_t>(byte)}, std::move(figures)});
  }
  return out;
}

std::optional<uint32_t> byte_at(std::string_view text, const std::vector<Segment>& segments,
                                SegmentPlace place) {
  if (place.segment >= segments.size()) return std::nullopt;
  const Span bytes = segments[place.segment].bytes;
  size_t byte = bytes.begin;
  uint32_t unit = 0;
  while (unit < place.unit && byte < bytes.end) {
    unit += next_code_point(text, byte) > 0xFFFF ? 2 : 1;
  }
  if (unit != place.unit) return std::nullopt;
  return static_cast<uint32_t>(byte);
}

}  // namespace solieu
