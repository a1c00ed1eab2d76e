#include "print.hpp"

#include "canary/core/ascii.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>

namespace canary::api::graphql {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

// How many insertions, deletions, substitutions and swaps of neighbours lie between the two, whatever their case. Empty
// where more than `most`.
std::optional<std::size_t> distance(std::string_view written, std::string_view option, std::size_t most) {
  std::string a = lower(option), b = lower(written);
  if (a.size() < b.size()) a.swap(b);
  if (a.size() - b.size() > most) return std::nullopt;
  std::array<std::vector<std::size_t>, 3> rows;
  rows.fill(std::vector<std::size_t>(b.size() + 1));
  std::iota(rows[0].begin(), rows[0].end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    const auto& above = rows[(i - 1) % 3];
    auto& row = rows[i % 3];
    std::size_t smallest = row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], rows[(i - 2) % 3][j - 2] + 1);
      smallest = std::min(smallest, row[j]);
    }
    if (smallest > most) return std::nullopt;
  }
  const std::size_t d = rows[a.size() % 3][b.size()];
  return d <= most ? std::optional(d) : std::nullopt;
}

}  // namespace

std::string did_you_mean(std::string_view written, const std::vector<std::string_view>& options,
                         std::string_view what) {
  const std::size_t most = written.size() * 2 / 5 + 1;
  std::vector<std::pair<std::size_t, std::string_view>> near;
  for (const std::string_view option : options)
    if (const auto d = distance(written, option, most)) near.emplace_back(*d, option);
  std::sort(near.begin(), near.end());
  std::vector<std::string_view> names;
  for (const auto& [d, option] : near) names.push_back(option);
  return did_you_mean_one_of(names, what);
}

std::string did_you_mean_one_of(const std::vector<std::string_view>& options, std::string_view what) {
  constexpr std::size_t most = 5;
  const std::size_t shown = std::min(options.size(), most);
  if (shown == 0) return {};
  std::string out = " Did you mean " + std::string(what) + (what.empty() ? "" : " ");
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) out += shown == 2 ? " or " : i + 1 == shown ? ", or " : ", ";
    out += '"' + std::string(options[i]) + '"';
  }
  return out + '?';
}

}  // namespace canary::api::graphql
