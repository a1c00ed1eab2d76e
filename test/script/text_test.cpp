#include "script/text.hpp"

#include "support/catch.hpp"

#include <random>

using namespace canary::script;

namespace {

const std::string replacement = "\xef\xbf\xbd";  // U+FFFD

// Each run of U+FFFD as one '?': how many a broken sequence gives is nobody's business.
std::string with_question_marks(std::string text) {
  for (std::size_t at = 0; (at = text.find(replacement, at)) != std::string::npos; ++at) {
    std::size_t end = at;
    while (text.compare(end, 3, replacement) == 0) end += 3;
    text.replace(at, end - at, "?");
  }
  return text;
}

std::string utf8(char32_t c) {
  const auto byte = [](char32_t value) { return static_cast<char>(value); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xc0 | c >> 6), byte(0x80 | (c & 63))};
  if (c < 0x10000) return {byte(0xe0 | c >> 12), byte(0x80 | (c >> 6 & 63)), byte(0x80 | (c & 63))};
  return {byte(0xf0 | c >> 18), byte(0x80 | (c >> 12 & 63)), byte(0x80 | (c >> 6 & 63)), byte(0x80 | (c & 63))};
}

// As Duktape's strings are: each half of a surrogate pair is written as a code point of its own.
std::string cesu8(char32_t c) {
  return c < 0x10000 ? utf8(c) : utf8(0xd800 + ((c - 0x10000) >> 10)) + utf8(0xdc00 + ((c - 0x10000) & 0x3ff));
}

// Bytes that begin one of the engine's own strings (duk_internal.h: symbols and hidden names).
const char* const engine_prefixes[] = {"\x80", "\x81", "\x82", "\xff", "\xff\xff", "\xbf", "\xfe", "\xc0\x80"};

}  // namespace

TEST_CASE("every character reaches the engine and comes back") {
  for (char32_t c = 0; c <= 0x10ffff; ++c) {
    if (c >= 0xd800 && c <= 0xdfff) continue;
    const std::string text = utf8(c), inside = cesu8(c);
    if (to_engine_text(text) != inside || from_engine_text(inside) != text) {
      CAPTURE(static_cast<unsigned>(c));
      CHECK(to_engine_text(text) == inside);
      CHECK(from_engine_text(inside) == text);
    }
  }
  const std::string mixed = "a\u00e9\u20ac\U0001f426z\U0010ffff\uffff";
  CHECK(from_engine_text(to_engine_text(mixed)) == mixed);
  CHECK(to_engine_text("\U0001f426") == "\xed\xa0\xbd\xed\xb0\xa6");
  CHECK(to_engine_text(std::string("a\0b\u00e9", 5)) == std::string("a\0b\u00e9", 5));
}

TEST_CASE("what is no UTF-8 reaches the engine as U+FFFD, and nothing beside it is lost") {
  const struct {
    const char *name, *bytes, *shown;
  } rows[] = {{"a lone continuation", "a\x80z", "a?z"},
              {"a lead byte alone", "a\xc3z", "a?z"},
              {"cut at the end", "a\xe2\x82", "a?"},
              {"cut in the middle", "a\xe2\x82z", "a?z"},
              {"four bytes, cut", "a\xf0\x9f\x90", "a?"},
              {"overlong slash",
               "a\xc0\xaf"
               "z",
               "a?z"},
              {"overlong in three",
               "a\xe0\x80\xaf"
               "z",
               "a?z"},
              {"overlong in four",
               "a\xf0\x80\x80\xaf"
               "z",
               "a?z"},
              {"overlong nul", "a\xc0\x80z", "a?z"},
              {"beyond Unicode", "a\xf4\x90\x80\x80z", "a?z"},
              {"five bytes", "a\xf8\x88\x80\x80\x80z", "a?z"},
              {"six bytes", "a\xfc\x84\x80\x80\x80\x80z", "a?z"},
              {"never in UTF-8", "a\xfe\xffz", "a?z"},
              {"a high surrogate", "a\xed\xa0\xbdz", "a?z"},
              {"a low surrogate", "a\xed\xb0\xa6z", "a?z"},
              {"the engine's own form of a pair", "a\xed\xa0\xbd\xed\xb0\xa6z", "a?z"},
              {"Latin-1", "caf\xe9 noir", "caf? noir"},
              {"between good ones", "\u00e9\xff\u00e9", "\u00e9?\u00e9"}};
  for (const auto& r : rows) {
    CAPTURE(r.name);
    CHECK(with_question_marks(to_engine_text(r.bytes)) == r.shown);
  }
}

TEST_CASE("no text from outside begins as the engine's own symbols do") {
  for (const char* prefix : engine_prefixes) {
    for (const char* rest : {"", "Symbol(x)", "class", "\xff", "\u00e9"}) {
      CAPTURE(prefix, rest);
      const std::string inside = to_engine_text(std::string(prefix) + rest);
      CHECK(inside.starts_with(replacement));
      CHECK(with_question_marks(inside) == with_question_marks(replacement + to_engine_text(rest)));
    }
  }
}

TEST_CASE("what is the engine's own comes out as U+FFFD, and so do halves of characters") {
  const struct {
    const char *name, *inside, *shown;
  } rows[] = {{"a symbol", "\x81Symbol(x)\xff", "?Symbol(x)?"},
              {"a well-known symbol",
               "\x82"
               "asyncIterator\xff",
               "?asyncIterator?"},
              {"a hidden name",
               "\xff"
               "class",
               "?class"},
              {"a high half alone", "a\xed\xa0\xbdz", "a?z"},
              {"a high half at the end", "a\xed\xa0\xbd", "a?"},
              {"a low half alone", "a\xed\xb0\xa6z", "a?z"},
              {"the halves the wrong way round", "\xed\xb0\xa6\xed\xa0\xbdz", "?z"},
              {"two high halves, then a low one", "\xed\xa0\xbd\xed\xa0\xbd\xed\xb0\xa6", "?\U0001f426"},
              {"a high half before another character", "\xed\xa0\xbd\xe2\x82\xac", "?\u20ac"},
              {"a high half before a broken byte", "\xed\xa0\xbd\xffz", "?z"}};
  for (const auto& r : rows) {
    CAPTURE(r.name);
    CHECK(with_question_marks(from_engine_text(r.inside)) == r.shown);
  }
}

TEST_CASE("random bytes become text that is stable from then on") {
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes(random() % 12, '\0');
    for (char& b : bytes) b = static_cast<char>(random() % 3 == 0 ? random() % 128 : 128 + random() % 128);
    const std::string inside = to_engine_text(bytes);
    const std::string outside = from_engine_text(inside);
    const std::string freely = from_engine_text(bytes);
    const bool stable = to_engine_text(outside) == inside && from_engine_text(to_engine_text(freely)) == freely;
    if (!stable) {
      CAPTURE(bytes, round);
      CHECK(stable);
    }
  }
}

TEST_CASE("ASCII is told from the rest at every length and place") {
  for (std::size_t length = 0; length <= 40; ++length) {
    CAPTURE(length);
    std::string text(length, 'x');
    for (std::size_t i = 0; i < length; ++i) text[i] = static_cast<char>((i * 37 + length) % 128);
    CHECK(is_ascii(text));
    CHECK(to_engine_text(text) == text);
    CHECK(from_engine_text(text) == text);
    for (std::size_t place = 0; place < length; ++place) {
      for (const char other : {'\x80', '\xff', '\xc3'}) {
        std::string broken = text;
        broken[place] = other;
        CAPTURE(place);
        REQUIRE(!is_ascii(broken));
        REQUIRE(to_engine_text(broken) == text.substr(0, place) + replacement + text.substr(place + 1));
        REQUIRE(from_engine_text(broken) == text.substr(0, place) + replacement + text.substr(place + 1));
      }
    }
  }
}

TEST_CASE("a text is cut where its pieces, converted one by one, make the same whole") {
  const std::string texts[] = {"aä€😀",
                               "😀",
                               "\xed\xa0\xbd\xed\xb8\x80",
                               "a\xed\xa0\xbd\xed\xb8\x80\xed\xa0\xbd",
                               "\x80\x80\x80\x80\x80\x80\x80\x80\x80",
                               "\xed\xb8\x80",
                               "\xf0\x9f\x98",
                               "\xed\xa0\xbd\x80\xc3",
                               "plain"};
  for (const auto& text : texts) {
    CAPTURE(text);
    std::string whole;
    while (whole.size() < 300) whole += text;
    for (std::size_t most = 16; most < 40; ++most) {
      CAPTURE(most);
      std::string to, from;
      for (std::string_view rest = whole; !rest.empty();) {
        const std::size_t length = whole_characters(rest, most);
        REQUIRE((length > 0 && length <= most));
        to += to_engine_text(rest.substr(0, length));
        from += from_engine_text(rest.substr(0, length));
        rest.remove_prefix(length);
      }
      CHECK(to == to_engine_text(whole));
      CHECK(from == from_engine_text(whole));
    }
  }
}
