#include "pipeline/places.h"

#include "catch.h"
#include "temp_folder.h"

using namespace solieu;

TEST_CASE("a line is found as errors and as records name it, a name that looks like one, too") {
  Places places;
  for (const char* place : {"a.jsonl:3", "b.jsonl!4", "news:2023", "kho/"}) places.add(place);
  for (const char* input : {"a.jsonl!3", "a.jsonl:3", "b.jsonl:4", "b.jsonl!4", "news:2023",
                            "news:2023/x.txt", "kho/x.txt"}) {
    CHECK(places.hold(input));
  }
  for (const char* input : {"a.jsonl", "a.jsonl!30", "news:20231", "news/2023", "khoa", ""}) {
    CHECK_FALSE(places.hold(input));
  }
}

TEST_CASE("of the places that were asked for those are left that nothing was said of") {
  Places places;
  for (const char* place :
       {"a.tar!1", "a.tar!2", "a.tar2!1", "b.jsonl:3", "/c.txt", "d!5", "d:5"}) {
    places.add(place);
  }
  CHECK(places.meet("a.tar!1"));
  CHECK_FALSE(places.meet("a.tar"));
  CHECK(places.meet_failed("a.tar"));
  CHECK(places.meet_failed("b.jsonl"));
  CHECK_FALSE(places.meet_failed("elsewhere"));
  CHECK_FALSE(places.meet_failed(""));
  CHECK(places.meet("d!5"));
  CHECK(places.take_unmet() == "a.tar2!1");
  CHECK(places.take_unmet() == "/c.txt");
  CHECK(places.take_unmet() == std::nullopt);
}

TEST_CASE("other places have another digest, whatever their order") {
  Places some, turned, other;
  for (const char* place : {"a", "b"}) some.add(place);
  for (const char* place : {"b", "a"}) turned.add(place);
  other.add("ab");
  CHECK(some.digest() == turned.digest());
  CHECK(some.digest() != other.digest());
}

TEST_CASE("the file of a place is what is there, or what stands before the member or the line") {
  const TempFolder folder;
  folder.write("a!b.txt", "");
  folder.write("c.tar", "");
  const std::string path = folder.path().string() + "/";
  CHECK(file_of(path + "a!b.txt") == path + "a!b.txt");
  CHECK(file_of(path + "c.tar!x:1") == path + "c.tar");
  CHECK(file_of("-:1") == "-");
  CHECK(file_of("/dev/stdin:3") == "/dev/stdin");
  CHECK(file_of("gone.zip!in.jsonl:3") == "gone.zip");
  CHECK(file_of("gone.txt") == "gone.txt");
}
