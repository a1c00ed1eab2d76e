#include "script/syntax_hint.hpp"

#include <array>
#include <utility>

namespace canary::script {
namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
}

std::string hint_at(std::string_view rest) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 10> hints{{
      {"=>", "arrow functions are not in ES5, which the configuration is written in; write function (x) { return …; }"},
      {"`", "template literals are not in ES5, which the configuration is written in; write 'a' + b"},
      {"...", "spread and rest are not in ES5, which the configuration is written in; use concat, apply or arguments"},
      {"let", "let is not in ES5, which the configuration is written in; write var"},
      {"class", "classes are not in ES5, which the configuration is written in; write a function and its prototype"},
      {"async", "async functions are not in ES5, which the configuration is written in"},
      {"await", "await is not in ES5, which the configuration is written in"},
      {"import", "import is not in ES5, which the configuration is written in"},
      {"export", "export is not in ES5, which the configuration is written in"},
      {"of", "for…of is not in ES5, which the configuration is written in; write forEach or _.each"},
  }};
  for (const auto& [token, hint] : hints) {
    if (!rest.starts_with(token)) continue;
    if (is_word(token.front()) && rest.size() > token.size() && is_word(rest[token.size()])) continue;
    return std::string(hint);
  }
  return {};
}

}  // namespace

std::string syntax_hint(std::string_view source, std::size_t taken, std::size_t next) {
  // Before an arrow may come '()', which is nothing in ES5.
  for (const std::size_t offset : {taken, next}) {
    if (offset >= source.size() || source[offset] != ')') continue;
    const std::size_t after = source.find_first_not_of(" \t", offset + 1);
    if (after != std::string_view::npos && source.substr(after).starts_with("=>")) return hint_at("=>");
  }
  // The arrow is two tokens to an ES5 compiler: it has taken '=', and stumbles over '>'.
  for (const std::size_t offset : {taken, taken - 1, next, next - 1}) {
    if (offset >= source.size()) continue;
    const std::string hint = hint_at(source.substr(offset));
    if (!hint.empty()) return hint;
  }
  return {};
}

}  // namespace canary::script
