#include "golden.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "catch.h"
#include "segment/layout.h"

namespace solieu::testing {
namespace {

constexpr std::string_view kSign = "⏎";

std::string_view name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::kTitle:
      return "title";
    case BlockKind::kDateLine:
      return "date";
    case BlockKind::kHeading:
      return "heading";
    case BlockKind::kParagraph:
      return "paragraph";
    case BlockKind::kListItem:
      return "item";
    case BlockKind::kCaption:
      return "caption";
    case BlockKind::kByline:
      return "byline";
    case BlockKind::kTableRow:
      return "row";
    case BlockKind::kChrome:
      return "chrome";
  }
  return "";
}

std::vector<std::string> laid_out(std::string_view text) {
  const Layout layout = lay_out(text, {}, layout_cues());
  std::vector<std::string> out;
  uint32_t last = 0;
  for (const Block& block : layout.blocks) {
    CHECK(block.span.begin >= last);
    CHECK(block.span.begin < block.span.end);
    CHECK(block.span.end <= text.size());
    last = block.span.end;
    out.push_back(std::string(name_of(block.kind)) + ": " + with_signs(block.span.of(text)));
  }
  if (!layout.published.empty()) out.push_back("published: " + layout.published);
  if (!layout.byline.empty()) out.push_back("by: " + std::string(layout.byline.of(text)));
  return out;
}

}  // namespace

const LayoutCues& layout_cues() {
  static const LayoutCues cues = [] {
    auto loaded = LayoutCues::load({std::string(SOLIEU_SOURCE_DIR) + "/rules/layout.tsv"});
    if (!loaded) FAIL(loaded.error().to_string());
    return *std::move(loaded);
  }();
  return cues;
}

std::vector<GoldenLine> golden_lines(std::string_view folder) {
  const std::filesystem::path path =
      std::filesystem::path(SOLIEU_SOURCE_DIR) / "tests/golden/segment" / folder;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(path)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<GoldenLine> out;
  for (const auto& file : files) {
    std::ifstream in(file);
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
      out.push_back({file.filename().string() + ":" + std::to_string(number), line});
    }
    out.push_back({file.filename().string(), ""});
  }
  return out;
}

std::string with_signs(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += kSign;
    } else {
      out += c;
    }
  }
  return out;
}

std::string without_signs(std::string_view text) {
  std::string out(text);
  for (size_t at = out.find(kSign); at != std::string::npos; at = out.find(kSign, at)) {
    out.replace(at, kSign.size(), "\n");
  }
  return out;
}

TEST_CASE("golden sentences") {
  int paragraphs = 0;
  std::string paragraph;
  std::string place;
  std::vector<std::string> expected;
  const auto check = [&] {
    if (paragraph.empty()) return;
    ++paragraphs;
    std::vector<Span> spans;
    split_sentences(paragraph, {0, static_cast<uint32_t>(paragraph.size())}, spans);
    std::vector<std::string> found;
    found.reserve(spans.size());
    for (const Span span : spans) found.push_back(with_signs(span.of(paragraph)));
    INFO(place);
    CHECK(found == expected);
    paragraph.clear();
    expected.clear();
  };
  for (const auto& line : golden_lines("sentences")) {
    if (line.text.starts_with("> ")) {
      check();
      paragraph = without_signs(line.text.substr(2));
      place = line.place;
    } else if (!line.text.empty() && !line.text.starts_with("#")) {
      expected.push_back(line.text);
    }
  }
  check();
  CHECK(paragraphs >= 28);
}

TEST_CASE("golden layouts") {
  int pages = 0;
  std::string page;
  std::string place;
  std::vector<std::string> expected;
  bool in_page = false;
  const auto check = [&] {
    if (page.empty()) return;
    ++pages;
    INFO(place);
    CHECK(laid_out(page) == expected);
    page.clear();
    expected.clear();
  };
  for (const auto& line : golden_lines("layout")) {
    if (line.text.starts_with("=== ")) {
      check();
      place = line.place + " " + line.text;
      in_page = true;
    } else if (line.text == "---") {
      in_page = false;
    } else if (in_page) {
      page += line.text + "\n";
    } else if (!line.text.empty() && !line.text.starts_with("#")) {
      expected.push_back(line.text);
    }
  }
  check();
  CHECK(pages >= 12);
}

}  // namespace solieu::testing
