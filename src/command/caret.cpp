#include "command/caret.hpp"

#include "canary/core/utf8.hpp"

#include <algorithm>

namespace canary::command {
namespace {

struct span_of_text {
  std::size_t begin = 0, end = 0;
};

// The statement without its blanks, its semicolon and a comment behind it.
span_of_text statement(std::string_view line) {
  std::size_t begin = line.find_first_not_of(" \t}");
  if (begin == line.npos) begin = std::min(line.find_first_not_of(" \t"), line.size());
  std::size_t end = line.size();
  if (const std::size_t comment = line.rfind(" // "); comment != line.npos && comment > begin) end = comment;
  while (end > begin && std::string_view(" \t;{").find(line[end - 1]) != std::string_view::npos) --end;
  return {begin, end};
}

}  // namespace

std::string with_caret(std::string_view excerpt) {
  std::string out;
  while (!excerpt.empty()) {
    const std::size_t length = std::min(excerpt.find('\n'), excerpt.size());
    const std::string_view whole = excerpt.substr(0, length);
    excerpt.remove_prefix(std::min(length + 1, excerpt.size()));
    out += whole;
    out += '\n';
    const std::size_t bar = whole.find(" | ");
    if (!whole.starts_with("> ") || bar == whole.npos) continue;
    const std::string_view next = excerpt.substr(0, excerpt.find('\n'));
    if (next.size() > bar && next.substr(0, bar + 1).find_first_not_of(' ') == next.npos) continue;  // it has its caret
    const std::string_view line = whole.substr(bar + 3);
    const span_of_text place = statement(line);
    if (place.begin >= place.end) continue;
    out += std::string(bar, ' ') + " | ";
    std::size_t at = 0;
    while (at < place.end) {
      const std::size_t letter = std::max<std::size_t>(utf8_length(line.substr(at)), 1);
      out += at < place.begin ? (line[at] == '\t' ? '\t' : ' ') : at == place.begin ? '^' : '~';
      at += letter;
    }
    out += '\n';
  }
  return out;
}

}  // namespace canary::command
