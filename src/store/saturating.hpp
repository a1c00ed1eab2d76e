#pragma once
// Sums that stand still at the largest number: counts from a hostile file never wrap to small ones, and adding stays
// associative.

#include <cstdint>
#include <limits>

namespace canary::store {

inline std::uint64_t saturating_sum(std::uint64_t a, std::uint64_t b) {
  const std::uint64_t sum = a + b;
  return sum < a ? std::numeric_limits<std::uint64_t>::max() : sum;
}

/// Of numbers that are not negative.
inline std::int64_t saturating_sum(std::int64_t a, std::int64_t b) {
  constexpr auto most = std::numeric_limits<std::int64_t>::max();
  return a > most - b ? most : a + b;
}

}  // namespace canary::store
