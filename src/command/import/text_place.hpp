#pragma once
// Where in a text something stands, as people and editors count.

#include <algorithm>
#include <string>
#include <string_view>

namespace canary::command {

/// 'line:column', each from 1; columns are bytes.
inline std::string place_text(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t start = before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1;
  return std::to_string(line) + ":" + std::to_string(before.size() - start + 1);
}

}  // namespace canary::command
