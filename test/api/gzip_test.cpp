#include "canary/api/body.hpp"

#include "support/catch.hpp"

using namespace canary::api;

namespace {

std::string whole(const body& b) {
  std::string out;
  for (const auto& piece : b.pieces()) out += piece;
  return out;
}

}  // namespace

TEST_CASE("what is compressed decompresses to itself, with pauses on the way") {
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{1000}, std::size_t{3'000'000}}) {
    CAPTURE(size);
    std::string text;
    for (unsigned i = 0; text.size() < size; i = i * 1664525 + 1013904223) text += std::to_string(i % 100'000);
    text.resize(size);
    int pauses = 0;
    const pause_point count = [&] { ++pauses; };
    const auto small = whole(compress(body(text), count));
    CHECK(small.starts_with("\x1f\x8b"));
    CHECK(whole(decompress(small, count)) == text);
    CHECK(pauses >= static_cast<int>(size / body::piece_size));
  }
}

TEST_CASE("what is not gzip is refused") {
  const pause_point none = [] {};
  CHECK_THROWS(decompress("not gzip", none));
  CHECK_THROWS(decompress("", none));
  auto cut = whole(compress(body(std::string(100'000, 'x')), none));
  cut.resize(cut.size() - 1);
  CHECK_THROWS(decompress(cut, none));
}

TEST_CASE("a body stays in small pieces") {
  body b(std::string(100'000, 'x'));
  b.tail() += "end";
  CHECK(b.size() == 100'003);
  CHECK(b.pieces().size() == 4);
  CHECK(body().pieces().empty());
}
