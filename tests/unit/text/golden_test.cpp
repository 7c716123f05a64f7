// Runs the plain-text files under tests/golden/text; their README tells the format.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "catch.h"
#include "text/clean_text.h"
#include "text/dirt.h"

namespace {

struct Block {
  std::string place, source, clean, encoding = "utf-8", force;
  std::set<std::string> warnings;
};

std::string unescaped(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') {
      out += text[i];
    } else if (text[++i] == 'x') {
      out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      out += text[i] == 'n' ? '\n' : text[i];
    }
  }
  return out;
}

std::vector<Block> read_blocks(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<Block> blocks;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    const size_t space = line.find(' ');
    const std::string key = line.substr(0, space), value = line.substr(space + 1);
    if (key == ">") {
      Block& block = blocks.emplace_back();
      block.place = path.filename().string() + ":" + std::to_string(number);
      block.source = unescaped(value);
    } else if (key == "=") {
      blocks.back().clean = unescaped(value);
    } else if (key == "encoding") {
      blocks.back().encoding = value;
    } else if (key == "force") {
      blocks.back().force = value;
    } else if (key == "warn") {
      blocks.back().warnings.insert(value);
    } else {
      FAIL(path << ":" << number << ": no such line");
    }
  }
  return blocks;
}

}  // namespace

TEST_CASE("golden files of the text room") {
  size_t blocks = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(SOLIEU_SOURCE_DIR "/tests/golden/text")) {
    if (entry.path().extension() != ".txt") continue;
    for (const Block& block : read_blocks(entry.path())) {
      INFO(block.place);
      ++blocks;
      const solieu::CleanText text = solieu::clean(block.source, {block.force, {}});
      CHECK(text.text() == block.clean);
      CHECK(text.encoding() == block.encoding);
      std::set<std::string> warnings;
      for (const solieu::Warning& warning : text.warnings()) warnings.emplace(warning.code);
      CHECK(warnings == block.warnings);
      // Cleaning what is clean changes nothing.
      CHECK(solieu::clean(block.clean).text() == block.clean);
    }
  }
  CHECK(blocks > 100);
}
