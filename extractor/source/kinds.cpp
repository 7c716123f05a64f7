#include "source/kinds.h"

#include <algorithm>
#include <array>

#include "source/labels.h"

namespace solieu {
namespace {

using namespace std::string_view_literals;

struct Converter {
  std::string_view media_type;
  std::string_view what;
  std::string_view remedy;
};

constexpr std::array kConverters = {
    Converter{"application/pdf", "is a PDF", "convert it, for example with pdftotext -layout"},
    Converter{"application/msword", "is a DOC file (or another one of old Office)",
              "convert it, for example with catdoc -d utf-8, or soffice --convert-to docx"},
    Converter{"application/vnd.openxmlformats-officedocument", "is a DOCX file (or XLSX, PPTX)",
              "convert it, for example with pandoc -t html"},
    Converter{"application/vnd.oasis.opendocument", "is an OpenDocument file",
              "convert it, for example with pandoc -t html"},
    Converter{"application/rtf", "is an RTF file",
              "convert it, for example with unrtf --html, or pandoc -t html"},
    Converter{"application/epub+zip", "is an EPUB book",
              "convert it, for example with pandoc -t html"},
    Converter{"message/rfc822", "is a page saved as MHTML, or a mail",
              "unpack it, for example with ripmime"},
};

// Sorted.
constexpr std::array kOtherText = {
    ".atom"sv, ".bat"sv,  ".bib"sv,  ".c"sv,      ".cc"sv,    ".cfg"sv,  ".conf"sv,   ".cpp"sv,
    ".cs"sv,   ".css"sv,  ".csv"sv,  ".diff"sv,   ".go"sv,    ".h"sv,    ".hpp"sv,    ".ini"sv,
    ".java"sv, ".js"sv,   ".json"sv, ".jsonl"sv,  ".less"sv,  ".lock"sv, ".log"sv,    ".map"sv,
    ".md"sv,   ".md5"sv,  ".mjs"sv,  ".ndjson"sv, ".patch"sv, ".pl"sv,   ".po"sv,     ".py"sv,
    ".rb"sv,   ".rs"sv,   ".rss"sv,  ".rst"sv,    ".scss"sv,  ".sh"sv,   ".sha256"sv, ".sql"sv,
    ".srt"sv,  ".svg"sv,  ".tex"sv,  ".toml"sv,   ".ts"sv,    ".tsv"sv,  ".vtt"sv,    ".xml"sv,
    ".xsl"sv,  ".yaml"sv, ".yml"sv};

const Converter* converter_of(std::string_view media_type) {
  const auto* found = std::find_if(kConverters.begin(), kConverters.end(),
                                   [&](const auto& each) { return each.media_type == media_type; });
  return found == kConverters.end() ? nullptr : found;
}

}  // namespace

bool is_article(std::string_view media_type) {
  return media_type == "text/html" || media_type == "text/plain";
}

bool names_other_text(std::string_view name) {
  std::string end(extension(name));
  std::transform(end.begin(), end.end(), end.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  });
  return std::binary_search(kOtherText.begin(), kOtherText.end(), std::string_view(end));
}

bool has_converter(std::string_view media_type) { return converter_of(media_type) != nullptr; }

Error unreadable(std::string place, std::string_view media_type) {
  const auto error = [&](std::string_view message, std::string_view remedy) {
    return Error{Error::Code::kInput, std::move(place), std::string(message), std::string(remedy)};
  };
  if (const Converter* converter = converter_of(media_type)) {
    return error(converter->what, converter->remedy);
  }
  if (media_type == "application/json") {
    return error("is JSON", "if each line is an article, give --input-format jsonl");
  }
  if (media_type == "application/xml") return error("is XML, but no page", "");
  return error("is no text", "");
}

}  // namespace solieu
