#include "store/export_brat.h"

#include <algorithm>
#include <cstdio>
#include <system_error>

#include "base/part_file.h"

namespace solieu {
namespace {

namespace fs = std::filesystem;

// brat draws these; without them it shows no annotation.
constexpr std::string_view kConfiguration = R"([entities]
count
money
percent
ratio
measure
duration
age
multiple

[relations]

[events]

[attributes]
Target	Arg:<ENTITY>
Modifier	Arg:<ENTITY>, Value:approx|below|above|at_least|at_most
)";

Status write_file(const fs::path& path, std::string_view bytes) {
  auto file = PartFile::open(path);
  if (!file) return file.error();
  Status status = file->append(bytes);
  return status ? file->finish() : status;
}

std::string one_line(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return text;
}

std::string annotations(const StoredArticle& article) {
  std::string out;
  size_t attribute = 0;
  for (size_t i = 0; i < article.figures.size(); ++i) {
    const StoredFigure& figure = article.figures[i];
    const std::string name = "T" + std::to_string(i + 1);
    out += name + '\t' + figure.kind + ' ' + std::to_string(figure.begin) + ' ' +
           std::to_string(figure.end) + '\t' + one_line(figure.quote) + '\n';
    if (figure.status == "target") {
      out += "A" + std::to_string(++attribute) + "\tTarget " + name + '\n';
    }
    if (figure.modifier != "exact") {
      out +=
          "A" + std::to_string(++attribute) + "\tModifier " + name + ' ' + figure.modifier + '\n';
    }
    std::string note;
    const auto say = [&note](std::string_view what, const std::string& value) {
      if (!value.empty())
        note.append(note.empty() ? "" : "; ").append(what).append(" ").append(value);
    };
    if (i == 0) say("article", article.id);
    say("value", figure.value);
    if (figure.value.empty()) say("at least", figure.min_value);
    if (figure.value.empty()) say("at most", figure.max_value);
    say("unit", figure.unit);
    say("by", figure.unit_org);
    say("in", figure.place);
    say("period", figure.period);
    say("programme", figure.programme);
    if (!note.empty()) {
      out +=
          "#" + std::to_string(i + 1) + "\tAnnotatorNotes " + name + '\t' + one_line(note) + '\n';
    }
  }
  return out;
}

}  // namespace

Result<size_t> export_brat(StoredArticles& articles, const fs::path& folder) {
  const auto failed = [&](std::string message, std::string remedy) {
    return Error{Error::Code::kOutput, folder.string(), std::move(message), std::move(remedy)};
  };
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return failed("cannot be made: " + error.message(), "check the permissions");
  if (!fs::is_empty(folder, error) || error) return failed("is not empty", "name a new folder");
  if (Status done = write_file(folder / "annotation.conf", kConfiguration); !done) {
    return done.error();
  }
  StoredArticle article;
  size_t count = 0;
  for (;;) {
    const auto more = articles.next(article);
    if (!more) return more.error();
    if (!*more) return count;
    char name[16];
    std::snprintf(name, sizeof name, "%07zu", ++count);
    Status done = write_file(folder / (std::string(name) + ".txt"), article.text);
    if (done) done = write_file(folder / (std::string(name) + ".ann"), annotations(article));
    if (!done) return done.error();
  }
}

}  // namespace solieu
