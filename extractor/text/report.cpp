#include "text/report.h"

#include <algorithm>

#include "text/decode.h"

namespace solieu {
namespace {

std::string to_string(Span span) {
  return std::to_string(span.begin) + ".." + std::to_string(span.end);
}

std::string evidence_of(const Detection& found) {
  std::string out(name_of(found.by));
  if (found.evidence.bad == 0) return out;
  out += ": " + std::to_string(found.evidence.bad) + " words are no UTF-8, " +
         std::to_string(found.evidence.good) + " are good as they are; read as";
  for (size_t i = 0; i < kByteEncodings.size(); ++i) {
    out += i == 0 ? " " : ", ";
    out += std::string(name_of(kByteEncodings[i])) + " " + std::to_string(found.evidence.right[i]);
  }
  return out + " are syllables";
}

}  // namespace

std::string cleaning_report(std::string_view source, const CleanOptions& options,
                            const CleanText& clean) {
  const Detection found =
      detect(source, encoding_named(options.encoding), encoding_named(options.declared));
  std::string out = "encoding\t" + std::string(clean.encoding()) + "\t" + evidence_of(found) + "\n";
  for (const Warning& warning : clean.warnings()) {
    out += "repair\t" + std::string(warning.code) + "\t" + std::to_string(warning.count) + "\t" +
           std::string(warning.message);
    if (warning.source) out += ", first at " + to_string(*warning.source);
    out += "\n";
  }
  return out;
}

std::string offset_listing(std::string_view source, const CleanText& clean) {
  const auto size = static_cast<uint32_t>(source.size());
  const std::vector<OffsetRun> same = {{{0, size}, {0, size}, true}};
  std::string out;
  for (const OffsetRun& run : clean.offsets().identity() ? same : clean.offsets().runs()) {
    out += to_string(run.clean) + "\t" + to_string(run.source) + "\t" +
           (run.verbatim ? "same" : "whole") + "\t";
    for (char c : run.clean.of(clean.text()))
      out += c == '\n' ? std::string("\\n") : std::string(1, c);
    out += "\n";
  }
  return out;
}

}  // namespace solieu
