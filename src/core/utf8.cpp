#include "canary/core/utf8.hpp"

namespace canary {
namespace {

unsigned byte_at(std::string_view text, std::size_t i) {
  return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
}

bool continues(std::string_view text, std::size_t i) { return (byte_at(text, i) & 0xC0u) == 0x80u; }

// The half that `text` begins with, where its second byte lies in [low, high]; 0 otherwise.
char32_t surrogate(std::string_view text, unsigned low, unsigned high) {
  const unsigned second = byte_at(text, 1);
  if (byte_at(text, 0) != 0xED || second < low || second > high || !continues(text, 2)) return 0;
  return 0xD000u | (second & 0x3Fu) << 6 | (byte_at(text, 2) & 0x3Fu);
}

}  // namespace

std::size_t utf8_length(std::string_view text) {
  const unsigned first = byte_at(text, 0), second = byte_at(text, 1);
  if (first < 0x80) return 1;
  if (first < 0xC2 || !continues(text, 1)) return 0;
  if (first < 0xE0) return 2;
  if (!continues(text, 2)) return 0;
  if (first < 0xF0) {
    const bool overlong = first == 0xE0 && second < 0xA0, half = first == 0xED && second > 0x9F;
    return overlong || half ? 0 : 3;
  }
  if (first > 0xF4 || !continues(text, 3)) return 0;
  const bool overlong = first == 0xF0 && second < 0x90, beyond = first == 0xF4 && second > 0x8F;
  return overlong || beyond ? 0 : 4;
}

bool valid_utf8(std::string_view text) {
  while (!text.empty()) {
    const auto length = utf8_length(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

std::size_t control_length(std::string_view text) {
  const unsigned first = byte_at(text, 0);
  if (first < 0x20 || first == 0x7F) return 1;
  return first == 0xC2 && byte_at(text, 1) >= 0x80 && byte_at(text, 1) < 0xA0 ? 2 : 0;
}

char32_t cesu8_pair(std::string_view text) {
  const char32_t high = surrogate(text, 0xA0, 0xAF);
  if (high == 0) return 0;
  const char32_t low = surrogate(text.substr(3), 0xB0, 0xBF);
  return low == 0 ? 0 : 0x10000u + ((high - 0xD800u) << 10) + (low - 0xDC00u);
}

}  // namespace canary
