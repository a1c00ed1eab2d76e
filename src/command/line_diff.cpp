#include "command/line_diff.hpp"

#include <algorithm>
#include <cstdint>

namespace canary::command {
namespace {

using lines = std::vector<std::string_view>;
using origin = diff_line::origin;

lines split(std::string_view text) {
  lines out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    out.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

// The longest common subsequence, by the table of its lengths.
void compare(const lines& a, const lines& b, std::vector<diff_line>& out) {
  constexpr std::size_t most_cells = 1'000'000;
  std::size_t i = 0, j = 0;
  if (a.size() * b.size() <= most_cells) {
    const std::size_t row = b.size() + 1;
    std::vector<std::uint32_t> longest((a.size() + 1) * row);
    for (std::size_t x = a.size(); x-- > 0;) {
      for (std::size_t y = b.size(); y-- > 0;) {
        longest[x * row + y] = a[x] == b[y] ? longest[(x + 1) * row + y + 1] + 1
                                            : std::max(longest[(x + 1) * row + y], longest[x * row + y + 1]);
      }
    }
    while (i < a.size() && j < b.size()) {
      if (a[i] == b[j]) {
        out.push_back({origin::both, a[i]});
        ++i, ++j;
      } else if (longest[(i + 1) * row + j] >= longest[i * row + j + 1]) {
        out.push_back({origin::expected, a[i++]});
      } else {
        out.push_back({origin::actual, b[j++]});
      }
    }
  }
  for (; i < a.size(); ++i) out.push_back({origin::expected, a[i]});
  for (; j < b.size(); ++j) out.push_back({origin::actual, b[j]});
}

}  // namespace

std::vector<diff_line> compare_lines(std::string_view expected, std::string_view actual) {
  lines a = split(expected), b = split(actual);
  std::vector<diff_line> out;
  std::size_t same = 0;
  while (same < a.size() && same < b.size() && a[same] == b[same]) out.push_back({origin::both, a[same++]});
  a.erase(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(same));
  b.erase(b.begin(), b.begin() + static_cast<std::ptrdiff_t>(same));
  lines end;
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    end.push_back(a.back());
    a.pop_back();
    b.pop_back();
  }
  compare(a, b, out);
  for (auto line = end.rbegin(); line != end.rend(); ++line) out.push_back({origin::both, *line});
  return out;
}

}  // namespace canary::command
