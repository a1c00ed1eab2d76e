#include "command/caret.hpp"

#include "canary/core/utf8.hpp"

#include <algorithm>
#include <cctype>

namespace canary::command {
namespace {

struct span_of_text {
  std::size_t begin = 0, end = 0;
};

// Letters beyond ASCII are of names too.
bool is_of_name(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || std::isalnum(byte) != 0 || c == '_' || c == '$';
}

// The statement without its blanks, its semicolon and a comment behind it.
span_of_text statement(std::string_view line) {
  std::size_t begin = line.find_first_not_of(" \t}");
  if (begin == line.npos) begin = std::min(line.find_first_not_of(" \t"), line.size());
  std::size_t end = line.size();
  if (const std::size_t comment = line.rfind(" // "); comment != line.npos && comment > begin) end = comment;
  while (end > begin && std::string_view(" \t;{").find(line[end - 1]) != std::string_view::npos) --end;
  return {begin, end};
}

// The first text in quotes that stands in the line as a whole name, with what it is a member of.
span_of_text named(std::string_view line, std::string_view message) {
  for (std::size_t open = message.find('\''); open != message.npos; open = message.find('\'', open + 1)) {
    const std::size_t close = message.find('\'', open + 1);
    if (close == message.npos) break;
    const std::string_view word = message.substr(open + 1, close - open - 1);
    if (word.empty() || !std::all_of(word.begin(), word.end(), is_of_name)) continue;
    for (std::size_t at = line.find(word); at != line.npos; at = line.find(word, at + 1)) {
      const std::size_t end = at + word.size();
      if ((at > 0 && is_of_name(line[at - 1])) || (end < line.size() && is_of_name(line[end]))) continue;
      std::size_t begin = at;
      while (begin > 0 && (is_of_name(line[begin - 1]) || line[begin - 1] == '.')) --begin;
      return {begin, end};
    }
  }
  return {};
}

}  // namespace

std::string with_caret(std::string_view excerpt, std::string_view message) {
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
    span_of_text place = named(line, message);
    if (place.end == 0) place = statement(line);
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
