#include "source/labels.h"

#include "catch.h"
#include "source/kinds.h"

using namespace solieu;
using namespace std::string_literals;

TEST_CASE("labels are UTF-8 without control characters, and differ where names differ") {
  CHECK(label("bài viết 1%.txt") == "bài viết 1%.txt");
  CHECK(label("b\xE0i.txt") == "b%E0i.txt");
  CHECK(label("a\n\x1B[1m\0"s) == "a%0A%1B[1m%00");
  CHECK(label("50%\n") == "50%25%0A");
}

TEST_CASE("extensions come off layer by layer") {
  CHECK(without_compression("a/b.tar.gz") == "a/b.tar");
  CHECK(without_compression("a/b.TGZ") == "a/b.tar");
  CHECK(without_compression("a/b.html") == "a/b.html");
  CHECK(without_container("a.b/c.warc.wet") == "a.b/c");
  CHECK(without_container("a.b") == "a.b");
  CHECK(without_container(".tar") == ".tar");
  CHECK(without_extension("a.b/c") == "a.b/c");
  CHECK(without_extension("a/.b") == "a/.b");
  CHECK(without_extension("a/b.c.d") == "a/b.c");
}

TEST_CASE("hidden is what any part of a path hides") {
  CHECK(is_hidden("a/.git/b"));
  CHECK(is_hidden("__MACOSX/._b"));
  CHECK_FALSE(is_hidden("./a/../b.c"));
  CHECK_FALSE(is_hidden(""));
}

TEST_CASE("names tell other text") {
  CHECK(names_other_text("a/Style.CSS"));
  CHECK(names_other_text("gold.jsonl"));
  CHECK(names_other_text("a.ndjson"));
  CHECK_FALSE(names_other_text("css"));
  CHECK_FALSE(names_other_text("tin-tuc.123"));
  CHECK_FALSE(names_other_text("bai.txt"));
}
