#include "source/gzip.h"

#include <zlib.h>

#include "catch.h"

using namespace solieu;

namespace {

std::string packed(const std::string& text, int level = 6) {
  z_stream state{};
  REQUIRE(deflateInit2(&state, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(text.size() + 100, '\0');
  state.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  state.avail_in = static_cast<uInt>(text.size());
  state.next_out = reinterpret_cast<Bytef*>(out.data());
  state.avail_out = static_cast<uInt>(out.size());
  REQUIRE(deflate(&state, Z_FINISH) == Z_STREAM_END);
  out.resize(state.total_out);
  deflateEnd(&state);
  return out;
}

// Letters that hardly pack.
std::string noise(size_t size, uint32_t seed) {
  std::string out;
  for (; out.size() < size; seed = seed * 1664525 + 1013904223) {
    out += static_cast<char>('a' + (seed >> 16) % 26);
  }
  return out;
}

// The bytes, with '|' and the message where an error was.
std::string unpacked(const std::string& bytes, const Limits& limits = {}) {
  Budget budget;
  budget.limits = &limits;
  const auto stream = gunzip(Reader(stream_of(bytes)), "in.gz", &budget);
  std::string out;
  while (true) {
    const auto piece = stream->read();
    if (piece && piece->empty()) return out;
    out += piece ? std::string(*piece) : "|" + piece.error().message + "|";
  }
}

}  // namespace

TEST_CASE("members follow each other, padding is no member") {
  const std::string a = noise(300'000, 1), b = noise(70'000, 2);
  CHECK(unpacked(packed(a) + packed(b) + std::string(600, '\0')) == a + b);
  CHECK(unpacked(packed("")).empty());
}

TEST_CASE("a checksum that alone is wrong is told as that, behind the bytes") {
  const std::string a = noise(300'000, 1), b = noise(1000, 2);
  for (const size_t from_end : {1, 6}) {  // of the length, of the CRC
    std::string bytes = packed(a);
    bytes[bytes.size() - from_end] ^= 0x40;
    CHECK(unpacked(bytes + packed(b)) ==
          a + "|the gzip checksum is wrong: not all bytes are as they were packed|" + b);
  }
}

TEST_CASE("behind a cut or damaged member the next one is found, and nothing is made up") {
  const std::string a = noise(1000, 1), b = noise(200'000, 2), c = noise(1000, 3);
  const std::string whole = packed(b);
  for (const size_t kept : {whole.size() - 3, whole.size() / 2, size_t{70'000}, size_t{200}}) {
    const std::string out = unpacked(packed(a) + whole.substr(0, kept) + packed(c));
    const std::string end = "|the gzip data are damaged|" + c;
    REQUIRE(out.ends_with(end));
    const std::string good = out.substr(0, out.size() - end.size());
    CHECK((a + b).starts_with(good));
    CHECK(good.size() > a.size() + kept / 2);
  }
  std::string flipped = whole;
  flipped[whole.size() / 2] = static_cast<char>(~flipped[whole.size() / 2]);
  CHECK(unpacked(packed(a) + flipped + packed(c))
            .ends_with("|the gzip checksum is wrong: not all bytes are as they were packed|" + c));
  CHECK(unpacked(packed(a) + "no member" + packed(c)) ==
        a + "|has bytes that are no gzip data|" + c);
  CHECK(unpacked(whole.substr(0, 100'000)).ends_with("|the gzip data end early|"));
}

TEST_CASE("a wrong checksum stays told through a gzip around it, and only of its own stream") {
  const auto spoiled = [](const std::string& bytes) {
    const Limits limits;
    Budget budget;
    budget.limits = &limits;
    auto inner = gunzip(Reader(stream_of(bytes)), "in.gz.gz", &budget);
    Reader text(gunzip(Reader(std::move(inner)), "in.gz", &budget));
    while (!text.take().empty()) continue;
    REQUIRE(text.damaged());
    return text.take_damage().spoiled;
  };
  const std::string whole = packed(noise(1000, 1), 0);  // so that the one around it packs
  std::string wrong = whole;
  wrong[wrong.size() - 6] ^= 1;
  CHECK(spoiled(packed(wrong)));
  std::string wrong_around = packed(whole);
  wrong_around[wrong_around.size() - 6] ^= 1;
  CHECK(spoiled(wrong_around));
  CHECK_FALSE(spoiled(packed(whole.substr(0, whole.size() - 20))));
}

TEST_CASE("what grows too much is stopped") {
  const std::string zeros(20'000'000, 'x');
  CHECK(unpacked(packed(zeros)).ends_with("|grows to more than 500 times its packed size|"));
  Limits limits;
  limits.ratio = 2000;
  CHECK(unpacked(packed(zeros), limits) == zeros);
  limits.total = 1000;
  CHECK(unpacked(packed(zeros), limits) == "|more than 1000 bytes come out of it|");
}
