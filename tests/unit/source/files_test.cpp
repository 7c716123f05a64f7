#include "source/files.h"

#include <unistd.h>

#include "base/sha256.h"
#include "catch.h"
#include "temp_folder.h"

using namespace solieu;
namespace fs = std::filesystem;

namespace {

using List = std::vector<std::string>;

// "id=bytes" of each article, "! message" of each failure.
List all(FileSource source) {
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
  folder.write(".git/hidden.txt", "x");
  folder.write(".hidden.txt", "x");
  const std::string path = folder.path().string();
  CHECK(all(FileSource({path}, {})) == List{"a/z=1", "b=2", "c/d/e.f=3"});
  CHECK(all(FileSource({path + "/"}, {.all = true})) ==
        List{"a/z=1", "b=2", "c/d/e.f=3", "c/notes=x"});
}

TEST_CASE("files by name have their stem as id, in the order given") {
  const TempFolder folder;
  const std::string b = folder.write("b.htm", "2");
  const std::string a = folder.write("x/a.txt", "1");
  FileSource source({b, a}, {});
  CHECK(source.articles() == 2);
  CHECK(source.bytes() == 2);
  const auto first = source.next();
  REQUIRE(first->ok());
  CHECK((*first)->document.id == "b");
  CHECK((*first)->document.uri == b);
  CHECK((*first)->document.media_type == "text/plain");
  CHECK(all(std::move(source)) == List{"a=1"});
}

TEST_CASE("what cannot be read is told in its turn, the others go on") {
  const TempFolder folder;
  const std::string a = folder.write("a.txt", "1");
  const std::string b = folder.write("b.txt", "2");
  CHECK(all(FileSource({a, folder.path() / "none", b}, {})) ==
        List{"a=1", "! does not exist", "b=2"});
  fs::permissions(a, fs::perms::none);
  if (::access(a.c_str(), R_OK) != 0) {  // root may read all
    CHECK(all(FileSource({a, b}, {})) == List{"! cannot be read: Permission denied", "b=2"});
  }
  fs::create_directory(folder.path() / "d.txt");
  CHECK(all(FileSource({"/dev/null", folder.path().string()}, {})).front() == "null=");
  const std::string large = folder.write("large.txt", "");
  fs::resize_file(large, (uint64_t{1} << 32) + 1);  // sparse
  CHECK(all(FileSource({large, b}, {})) == List{"! is larger than 4 GiB", "b=2"});
}

TEST_CASE("an id that other content has gets a part of the hash, with a warning") {
  const TempFolder folder;
  const std::string first = folder.write("1/a.txt", "một");
  const std::string same = folder.write("2/a.txt", "một");
  const std::string other = folder.write("3/a.txt", "hai");
  FileSource source({first, same, other}, {});
  for (int i = 0; i < 2; ++i) {
    const auto article = source.next();
    REQUIRE(article->ok());
    CHECK((*article)->document.id == "a");
    CHECK((*article)->warnings.empty());
  }
  const auto article = source.next();
  REQUIRE(article->ok());
  CHECK((*article)->document.id == "a~" + to_hex(sha256("hai")).substr(0, 8));
  REQUIRE((*article)->warnings.size() == 1);
  CHECK((*article)->warnings[0].code == "id_taken");
}

TEST_CASE("a name that is not UTF-8 is percent-encoded, so that the record is") {
  const TempFolder folder;
  folder.write("b\xE0i.txt", "x");
  FileSource source({folder.path().string()}, {});
  const auto article = source.next();
  REQUIRE(article->ok());
  CHECK((*article)->document.id == "b%E0i");
  CHECK((*article)->document.uri.ends_with("/b%E0i.txt"));
  REQUIRE((*article)->warnings.size() == 1);
  CHECK((*article)->warnings[0].code == "file_name");
}

TEST_CASE("nothing in, nothing out") {
  const TempFolder folder;
  CHECK(all(FileSource({folder.path().string()}, {})).empty());
  CHECK(all(FileSource({folder.write("empty.txt", "")}, {})) == List{"empty="});
}
