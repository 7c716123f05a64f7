#include "source/inputs.h"

#include <unistd.h>

#include "base/sha256.h"
#include "catch.h"
#include "temp_folder.h"

using namespace solieu;
namespace fs = std::filesystem;

namespace {

using List = std::vector<std::string>;

// "id=bytes" of each article, "! message" of each failure.
List all(const List& paths, SourceOptions options = {}, const std::string& list = "") {
  Inputs source(paths, list, std::move(options));
  List out;
  while (auto article = source.next()) {
    out.push_back(*article ? (*article)->document.id + "=" + (*article)->document.bytes
                           : "! " + article->error().message);
  }
  return out;
}

}  // namespace

TEST_CASE("a folder is walked in sorted order, ids are paths below it") {
  const TempFolder folder;
  folder.write("b.txt", "2");
  folder.write("a/z.txt", "1");
  folder.write("c/d/e.f.txt", "3");
  folder.write("c/notes.md", "x");
  folder.write("c/picture.txt", std::string("\x89PNG\0\0\0\0", 8));
  folder.write(".git/hidden.txt", "x");
  folder.write(".hidden.txt", "x");
  const std::string path = folder.path().string();
  CHECK(all({path}) == List{"a/z=1", "b=2", "c/d/e.f=3"});
  CHECK(all({path + "/"}, {.all = true, .format = {}, .fields = {}, .limits = {}}) ==
        List{"a/z=1", "b=2", "c/d/e.f=3", "c/notes=x", "! is no text"});
  Inputs source({path}, "", {});
  while (source.next()) continue;
  CHECK(source.passed_over() == 2);
  CHECK(source.bytes_read() == 12);
  CHECK(size_of_inputs({path}) == 12);
}

TEST_CASE("files by name have their stem as id, in the order given, whatever they are called") {
  const TempFolder folder;
  const std::string b = folder.write("b.md", "2");
  const std::string a = folder.write("x/a.txt", "<p>1");
  Inputs source({b, a}, "", {});
  const auto first = source.next();
  REQUIRE(first->ok());
  CHECK((*first)->document.id == "b");
  CHECK((*first)->document.uri == b);
  CHECK((*first)->document.media_type == "text/plain");
  const auto second = source.next();
  REQUIRE(second->ok());
  CHECK((*second)->document.media_type == "text/html");
  CHECK_FALSE(source.next());
  CHECK_FALSE(source.next());
}

TEST_CASE("what cannot be read is told in its turn, the others go on") {
  const TempFolder folder;
  const std::string a = folder.write("a.txt", "1");
  const std::string b = folder.write("b.txt", "2");
  CHECK(all({a, folder.path() / "none", b}) == List{"a=1", "! does not exist", "b=2"});
  fs::permissions(a, fs::perms::none);
  if (::access(a.c_str(), R_OK) != 0) {  // root may read all
    CHECK(all({a, b}) == List{"! cannot be read: Permission denied", "b=2"});
  }
  fs::permissions(a, fs::perms::owner_all);
  CHECK(all({"/dev/null"}) == List{"null="});
  const std::string large = folder.write("large.txt", "");
  fs::resize_file(large, (uint64_t{1} << 32) + 1);  // sparse
  CHECK(all({large, b}).front() == "! is no text");
  const std::string text = folder.write("text.txt", std::string(3000, 'x'));
  SourceOptions small;
  small.limits.document = 2048;
  CHECK(all({text, b}, small) == List{"! is larger than 2 KiB", "b=2"});
}

TEST_CASE("a list names files by the paths in it") {
  const TempFolder folder;
  const std::string a = folder.write("x/a.txt", "1");
  const std::string list =
      folder.write("list", a + "\n\nnone\n" + folder.path().string() + "/x\r\n");
  CHECK(all({}, {}, list) == List{a.substr(1, a.size() - 5) + "=1", "! does not exist", "a=1"});
  CHECK(all({}, {}, "/no/list").size() == 1);
  CHECK(all({folder.path().string() + "/?/*.txt"}) == List{"a=1"});
}

TEST_CASE("an id that came before gets a part of the hash, with a warning") {
  const TempFolder folder;
  const std::string first = folder.write("1/a.txt", "một");
  const std::string same = folder.write("2/a.txt", "một");
  const std::string other = folder.write("3/a.txt", "hai");
  const std::string again = folder.write("4/b.txt", "hai");
  const std::string same_id = "a~" + to_hex(sha256("một")).substr(0, 8);
  const std::string other_id = "a~" + to_hex(sha256("hai")).substr(0, 8);
  Inputs source({first, same, other, again, first}, "", {});
  for (const auto& [id, original] : std::vector<std::pair<std::string, std::string>>{
           {"a", ""}, {same_id, "a"}, {other_id, ""}, {"b", other_id}, {same_id + "~5", "a"}}) {
    const auto article = source.next();
    REQUIRE(article->ok());
    CHECK((*article)->document.id == id);
    CHECK((*article)->duplicate_of == original);
    CHECK((*article)->warnings.size() == (id.find('~') == std::string::npos ? 0 : 1));
  }
}

TEST_CASE("a name that is not UTF-8 is percent-encoded, so that the record is") {
  const TempFolder folder;
  folder.write("b\xE0i.txt", "x");
  Inputs source({folder.path().string()}, "", {});
  const auto article = source.next();
  REQUIRE(article->ok());
  CHECK((*article)->document.id == "b%E0i");
  CHECK((*article)->document.uri.ends_with("/b%E0i.txt"));
  REQUIRE((*article)->warnings.size() == 1);
  CHECK((*article)->warnings[0].code == "file_name");
}

TEST_CASE("nothing in, nothing out; empty files are no duplicates") {
  const TempFolder folder;
  CHECK(all({folder.path().string()}).empty());
  folder.write("empty.txt", "");
  folder.write("too.txt", "");
  Inputs source({folder.path().string()}, "", {});
  for (int i = 0; i < 2; ++i) CHECK((*source.next())->duplicate_of.empty());
}
