#include "script/text.hpp"

#include <cstdint>
#include <cstring>

namespace canary::script {
namespace {

constexpr std::uint32_t replacement = 0xfffd, invalid = 0xffffffff;

// One code point of generalised UTF-8 (surrogates included) off the front; `invalid`, and one byte less, where there is
// none.
std::uint32_t take_code_point(std::string_view& rest) {
  const auto byte = [&rest](std::size_t i) { return static_cast<unsigned char>(rest[i]); };
  const unsigned char first = byte(0);
  std::size_t length = 0;
  std::uint32_t value = 0, least = 0;
  if (first < 0x80) {
    rest.remove_prefix(1);
    return first;
  }
  if ((first & 0xe0) == 0xc0) {
    length = 2, value = first & 0x1f, least = 0x80;
  } else if ((first & 0xf0) == 0xe0) {
    length = 3, value = first & 0x0f, least = 0x800;
  } else if ((first & 0xf8) == 0xf0) {
    length = 4, value = first & 0x07, least = 0x10000;
  }
  bool good = length != 0 && length <= rest.size();
  for (std::size_t i = 1; good && i < length; ++i) {
    good = (byte(i) & 0xc0) == 0x80;
    value = value << 6 | (byte(i) & 0x3f);
  }
  if (!good || value < least || value > 0x10ffff) {
    rest.remove_prefix(1);
    return invalid;
  }
  rest.remove_prefix(length);
  return value;
}

void append_utf8(std::string& out, std::uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xc0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xe0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
    out += static_cast<char>(0x80 | (c & 0x3f));
  } else {
    out += static_cast<char>(0xf0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3f));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3f));
    out += static_cast<char>(0x80 | (c & 0x3f));
  }
}

constexpr bool is_high(std::uint32_t c) { return c >= 0xd800 && c < 0xdc00; }
constexpr bool is_low(std::uint32_t c) { return c >= 0xdc00 && c < 0xe000; }

}  // namespace

bool is_ascii(std::string_view text) noexcept {
  std::uint64_t all = 0;
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t word;
    std::memcpy(&word, text.data() + i, 8);
    all |= word;
  }
  for (; i < text.size(); ++i) all |= static_cast<unsigned char>(text[i]);
  return (all & 0x8080808080808080u) == 0;
}

std::size_t whole_characters(std::string_view text, std::size_t most) noexcept {
  if (text.size() <= most) return text.size();
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  // Before a byte that begins a character, unless that is the second of a pair of surrogates. Where there is none near,
  // the bytes are no text, and each is replaced by itself.
  for (std::size_t end = most; end > most - 8; --end) {
    const bool begins = (byte(end) & 0xc0) != 0x80;
    const bool after_high = byte(end - 3) == 0xed && (byte(end - 2) & 0xf0) == 0xa0;
    const bool low = byte(end) == 0xed && end + 1 < text.size() && (byte(end + 1) & 0xf0) == 0xb0;
    if (begins && !(low && after_high)) return end;
  }
  return most;
}

std::string to_engine_text(std::string_view utf8) {
  if (is_ascii(utf8)) return std::string(utf8);
  std::string out;
  out.reserve(utf8.size() + utf8.size() / 8);
  while (!utf8.empty()) {
    std::uint32_t c = take_code_point(utf8);
    if (c == invalid || is_high(c) || is_low(c)) c = replacement;
    if (c >= 0x10000) {
      append_utf8(out, 0xd800 + ((c - 0x10000) >> 10));
      append_utf8(out, 0xdc00 + ((c - 0x10000) & 0x3ff));
    } else {
      append_utf8(out, c);
    }
  }
  return out;
}

std::string from_engine_text(std::string_view cesu8) {
  if (is_ascii(cesu8)) return std::string(cesu8);
  std::string out;
  out.reserve(cesu8.size());
  while (!cesu8.empty()) {
    std::uint32_t c = take_code_point(cesu8);
    if (c != invalid && is_high(c)) {
      std::string_view after = cesu8;
      const std::uint32_t low = after.empty() ? invalid : take_code_point(after);
      if (low != invalid && is_low(low)) {
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
        cesu8 = after;
      }
    }
    append_utf8(out, c == invalid || is_high(c) || is_low(c) ? replacement : c);
  }
  return out;
}

}  // namespace canary::script
