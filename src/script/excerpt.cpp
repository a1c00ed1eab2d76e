#include "canary/script/program.hpp"

#include <algorithm>
#include <limits>

namespace canary::script {
namespace {

// Whether a byte goes on with a character of UTF-8 that an earlier one began.
bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

}  // namespace

std::string excerpt(std::string_view source, int line, int column, int around, std::size_t width) {
  constexpr std::size_t widest = 160;  // a minified source is one line
  if (line < 1) return {};
  // A line may be whatever a script says, and is looked for no further than lines can be.
  line = std::min(line, std::numeric_limits<int>::max() - around);
  const std::size_t number_width = std::to_string(line + around).size();
  std::string out;
  int number = 0;
  bool found = false;
  for (std::size_t start = 0; start <= source.size();) {
    const std::size_t end = std::min(source.find('\n', start), source.size());
    ++number;
    if (number > line + around) break;
    if (number >= line - around) {
      std::string_view text = source.substr(start, end - start);
      if (!text.empty() && text.back() == '\r') text.remove_suffix(1);
      const bool marked = number == line;
      found = found || marked;
      std::string digits = std::to_string(number);
      digits.insert(0, number_width > digits.size() ? number_width - digits.size() : 0, ' ');
      out += (marked ? "> " : "  ") + digits + " | ";
      std::size_t shown = std::min(text.size(), widest);
      while (shown < text.size() && shown > 0 && is_continuation(text[shown])) --shown;
      out += text.substr(0, shown);
      if (shown < text.size()) out += "…";
      out += '\n';
      if (marked && column > 0 && static_cast<std::size_t>(column) <= std::min(text.size(), widest) + 1) {
        out += "  " + std::string(number_width, ' ') + " | ";
        // Tabs stay tabs, so that the caret stands under its character however wide they are shown.
        for (const char c : text.substr(0, static_cast<std::size_t>(column) - 1)) {
          if (!is_continuation(c)) out += c == '\t' ? '\t' : ' ';
        }
        out += '^';
        const std::size_t begin = static_cast<std::size_t>(column), behind = std::min(begin - 1 + width, shown);
        for (std::size_t i = begin; i < behind; ++i) {
          if (!is_continuation(text[i])) out += '~';
        }
        out += '\n';
      }
    }
    if (end == source.size()) break;
    start = end + 1;
  }
  return found ? out : std::string{};
}

}  // namespace canary::script
