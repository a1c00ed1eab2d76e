#include "config/source_place.hpp"

#include "canary/script/program.hpp"

#include <vector>

namespace canary::config {
namespace {

std::vector<std::string_view> lines_of(std::string_view source) {
  std::vector<std::string_view> lines;
  for (std::size_t start = 0; start <= source.size();) {
    const std::size_t end = std::min(source.find('\n', start), source.size());
    lines.push_back(source.substr(start, end - start));
    start = end + 1;
  }
  return lines;
}

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
}

// The column of `word` in `line`, not as a part of a longer word.
int column_of(std::string_view line, std::string_view word) {
  for (std::size_t at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1)) {
    const bool begins = at == 0 || !is_word(line[at - 1]) || !is_word(word.front());
    const std::size_t after = at + word.size();
    const bool ends = after >= line.size() || !is_word(line[after]) || !is_word(word.back());
    if (begins && ends) return static_cast<int>(at) + 1;
  }
  return 0;
}

}  // namespace

place find_near(std::string_view source, int line, std::string_view word) {
  constexpr int farthest = 30;
  const auto lines = lines_of(source);
  const auto exists = [&](int number) { return number >= 1 && static_cast<std::size_t>(number) <= lines.size(); };
  if (!exists(line)) return {};
  for (int distance = 0; !word.empty() && distance <= farthest; ++distance) {
    for (const int number : {line - distance, line + distance}) {
      if (!exists(number)) continue;
      const int column = column_of(lines[static_cast<std::size_t>(number) - 1], word);
      if (column > 0) return {number, column};
    }
  }
  const std::size_t first = lines[static_cast<std::size_t>(line) - 1].find_first_not_of(" \t");
  return {line, first == std::string_view::npos ? 1 : static_cast<int>(first) + 1};
}

std::string describe(std::string_view file, std::string_view source, place at, std::string_view message) {
  std::string text(file);
  if (at.line > 0) {
    text += ":" + std::to_string(at.line);
    if (at.column > 0) text += ":" + std::to_string(at.column);
  }
  text += ": " + std::string(message);
  const std::string shown = script::excerpt(source, at.line, at.column);
  if (!shown.empty()) text += "\n" + shown;
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

}  // namespace canary::config
