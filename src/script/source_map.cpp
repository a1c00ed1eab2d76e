#include "canary/script/source_map.hpp"

#include <cstdint>

namespace canary::script {
namespace {

constexpr std::int64_t largest = std::int64_t{1} << 30;

int digit_of(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

// One number in base 64, the least digits first, its sign in the lowest bit; taken off `text`.
std::optional<std::int64_t> take_number(std::string_view& text) {
  std::int64_t value = 0;
  for (int shift = 0; !text.empty(); shift += 5) {
    const int digit = digit_of(text.front());
    if (digit < 0 || shift > 30) return std::nullopt;
    text.remove_prefix(1);
    value |= std::int64_t{digit & 31} << shift;
    if ((digit & 32) == 0) return (value & 1) != 0 ? -(value >> 1) : value >> 1;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::vector<source_point>> read_mappings(std::string_view mappings) {
  std::vector<source_point> lines(1);
  std::int64_t line = 0, column = 0;  // of the source, each told as a difference to the one before
  while (!mappings.empty()) {
    if (mappings.front() == ';' || mappings.front() == ',') {
      if (mappings.front() == ';') lines.emplace_back();
      mappings.remove_prefix(1);
      continue;
    }
    // Where in the generated line; which source, and where in it; which name.
    std::int64_t fields[5] = {};
    std::size_t count = 0;
    while (!mappings.empty() && mappings.front() != ';' && mappings.front() != ',') {
      const auto number = take_number(mappings);
      if (!number || count == std::size(fields)) return std::nullopt;
      fields[count++] = *number;
    }
    if (count == 1) continue;
    if (count < 4) return std::nullopt;
    line += fields[2];
    column += fields[3];
    if (line < 0 || line > largest || column < 0 || column > largest) return std::nullopt;
    if (lines.back().line == 0) lines.back() = {static_cast<int>(line) + 1, static_cast<int>(column) + 1};
  }
  return lines;
}

}  // namespace canary::script
