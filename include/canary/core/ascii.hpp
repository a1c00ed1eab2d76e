#pragma once
// Letters of protocols, which are ASCII's whatever the locale.

#include <string_view>

namespace canary {

constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

/// Whether they are equal but for the case of ASCII's letters. (Those of Beast and Boost.URL 1.81 read a byte behind
/// the end of both.)
constexpr bool iequals(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (ascii_lower(a[i]) != ascii_lower(b[i])) return false;
  }
  return true;
}

}  // namespace canary
