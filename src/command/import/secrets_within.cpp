#include "command/import/secrets_within.hpp"

#include "canary/core/ascii.hpp"
#include "command/import/secret_look.hpp"

#include <algorithm>

namespace canary::command {
namespace {

constexpr std::size_t longest_name = 100, longest_tag = 1000;
constexpr std::string_view blanks = " \t\r\n", ends = "&;,?#<>\"'\\{}[]() \t\r\n";

bool is_of_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

// Where in `text` what begins at `at` ends.
std::size_t end_of(std::string_view text, std::size_t at, std::string_view ends_at) {
  return std::min(text.find_first_of(ends_at, at), text.size());
}

std::size_t skip(std::string_view text, std::size_t at, std::string_view these) {
  return std::min(text.find_first_not_of(these, at), text.size());
}

// '"', and '\"' where it is in a text of JSON within another.
std::string_view quote_at(std::string_view text, std::size_t at) {
  const std::size_t end = skip(text, at, "\\");
  if (end == text.size() || (text[end] != '"' && text[end] != '\'')) return {};
  return text.substr(at, end - at + 1);
}

// Up to the same quote: one with more backslashes is within.
std::string_view up_to_quote(std::string_view text, std::size_t at, std::string_view quote) {
  for (std::size_t end = text.find(quote, at); end != text.npos; end = text.find(quote, end + 1)) {
    if (end == at || text[end - 1] != '\\') return text.substr(at, end - at);
  }
  return {};
}

// Of the element whose name ends at `at`.
std::string_view of_element(std::string_view text, std::size_t at) {
  const std::size_t close = text.substr(0, at + longest_tag).find_first_of("<>", at);
  if (close == text.npos || text[close] != '>' || text[close - 1] == '/') return {};
  return text.substr(close + 1, end_of(text, close + 1, "<") - close - 1);
}

// What stands behind the name of [begin, end).
std::string_view value_behind(std::string_view text, std::size_t begin, std::size_t end) {
  const char before = begin > 0 ? text[begin - 1] : '\0';
  if (before == '<') return of_element(text, end);
  if (before == ':') {
    std::size_t prefix = begin - 1;
    while (prefix > 0 && begin - prefix < longest_name && is_of_name(text[prefix - 1])) --prefix;
    if (prefix > 0 && text[prefix - 1] == '<') return of_element(text, end);
  }
  const std::string_view quote = before == '"' || before == '\'' ? quote_at(text, end) : std::string_view();
  std::size_t at = skip(text, end + quote.size(), blanks);
  if (at == text.size() || (text[at] != '=' && (text[at] != ':' || quote.empty()))) return {};
  at = skip(text, at + 1, blanks);
  if (const auto opening = quote_at(text, at); !opening.empty()) {
    return up_to_quote(text, at + opening.size(), opening);
  }
  const std::string_view plain = text.substr(at, end_of(text, at, ends) - at);
  return plain == "null" || plain == "true" || plain == "false" ? std::string_view() : plain;
}

// Of the URL whose '://' ends at `at`.
std::string_view password_of_url(std::string_view text, std::size_t at) {
  const std::size_t end = end_of(text, at, "@/?#<>\"'\\ \t\r\n");
  if (end == text.size() || text[end] != '@') return {};
  const std::string_view both = text.substr(at, end - at);
  const std::size_t colon = both.find(':');
  return colon == both.npos ? std::string_view() : both.substr(colon + 1);
}

}  // namespace

std::vector<named_value> secrets_within(std::string_view text) {
  std::vector<named_value> found;
  const auto add = [&](std::string_view name, std::string_view value) {
    if (value.size() < shortest_secret) return false;
    found.push_back({name, value});
    return true;
  };
  for (std::size_t at = 0; at < text.size();) {
    if (text.substr(at).starts_with("://")) {
      at += 3;
      add("password", password_of_url(text, at));
      continue;
    }
    if (!is_of_name(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_of_name(text[end])) ++end;
    const std::string_view name = text.substr(at, end - at);
    // An element 'Key' is any map's.
    if (name.size() <= longest_name && is_secret_name(name) && !iequals(name, "key")) {
      const std::string_view value = value_behind(text, at, end);
      if (add(name, value)) end = static_cast<std::size_t>(value.data() - text.data()) + value.size();
    }
    at = end;
  }
  return found;
}

}  // namespace canary::command
