#include "canary/command/look.hpp"
#include "canary/core/utf8.hpp"

#include <algorithm>
#include <iterator>

namespace canary::command {
namespace {

struct range {
  char32_t first, last;
};

// Of East_Asian_Width W and F (Unicode 15, UAX 11), and emoji, in blocks.
constexpr range wide[] = {
    {0x1100, 0x115f},   {0x231a, 0x231b},  {0x23e9, 0x23ec}, {0x25fd, 0x25fe}, {0x2614, 0x2615},   {0x2648, 0x2653},
    {0x26a1, 0x26a1},   {0x2705, 0x2705},  {0x274c, 0x274c}, {0x2753, 0x2757}, {0x2795, 0x2797},   {0x2b50, 0x2b50},
    {0x2e80, 0x303e},   {0x3041, 0x33ff},  {0x3400, 0x4dbf}, {0x4e00, 0x9fff}, {0xa000, 0xa4cf},   {0xac00, 0xd7a3},
    {0xf900, 0xfaff},   {0xfe30, 0xfe6f},  {0xff00, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1f64f}, {0x1f680, 0x1f6ff},
    {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd}};
// Marks that stand on the letter before them, and what is not seen at all.
constexpr range narrowest[] = {{0x300, 0x36f},   {0x483, 0x489},   {0x591, 0x5bd},   {0x610, 0x61a},
                               {0x64b, 0x65f},   {0x200b, 0x200f}, {0x202a, 0x202e}, {0x2060, 0x2064},
                               {0x20d0, 0x20f0}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xfeff, 0xfeff}};

bool is_in(char32_t c, const range* begin, const range* end) {
  return std::any_of(begin, end, [c](const range& r) { return c >= r.first && c <= r.last; });
}

char32_t code_point(std::string_view letter) {
  if (letter.size() == 1) return static_cast<unsigned char>(letter[0]);
  char32_t c = static_cast<unsigned char>(letter[0]) & (0xffu >> (letter.size() + 1));
  for (const char next : letter.substr(1)) c = (c << 6) | (static_cast<unsigned char>(next) & 0x3fu);
  return c;
}

std::size_t columns_of_letter(std::string_view letter) {
  const char32_t c = code_point(letter);
  if (c < 0x300) return 1;
  if (is_in(c, std::begin(narrowest), std::end(narrowest))) return 0;
  return is_in(c, std::begin(wide), std::end(wide)) ? 2 : 1;
}

std::size_t first_letter(std::string_view text) { return std::max<std::size_t>(utf8_length(text), 1); }

// The longest beginning that takes no more than so many columns.
std::string_view beginning(std::string_view text, std::size_t columns) {
  std::size_t end = 0, taken = 0;
  while (end < text.size()) {
    const std::size_t letter = first_letter(text.substr(end));
    taken += columns_of_letter(text.substr(end, letter));
    if (taken > columns) break;
    end += letter;
  }
  return text.substr(0, end);
}

}  // namespace

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  while (!text.empty()) {
    const std::size_t letter = first_letter(text);
    columns += columns_of_letter(text.substr(0, letter));
    text.remove_prefix(letter);
  }
  return columns;
}

std::string fitted(const look& as, std::string_view text, std::size_t columns) {
  const std::size_t whole = columns_of(text);
  if (whole <= columns) return std::string(text);
  const std::string_view gap = as.unicode ? "…" : "...";
  const std::size_t gap_columns = as.unicode ? 1 : 3;
  if (columns <= gap_columns + 1) return std::string(beginning(text, columns));
  // More of the beginning than of the end: a URL's host and the last of its path tell which it is.
  const std::size_t at_end = (columns - gap_columns) / 3;
  const std::string_view head = beginning(text, columns - gap_columns - at_end);
  std::string_view tail = text.substr(head.size());
  while (columns_of(tail) > at_end) tail.remove_prefix(first_letter(tail));
  return std::string(head) + std::string(gap) + std::string(tail);
}

}  // namespace canary::command
