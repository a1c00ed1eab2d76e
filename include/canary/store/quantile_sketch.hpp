#pragma once
// Quantiles of any number of durations, in a few hundred bytes, that can be added up: DDSketch (Masson, Rim and Lee,
// "DDSketch: A Fast and Fully-Mergeable Quantile Sketch with Relative-Error Guarantees", VLDB 2019).
//
// Bucket i counts the values above γ^(i-1) ns and up to γ^i ns, where γ = (1 + e) / (1 - e). All of a bucket's values
// are within the relative error e of its middle, 2 γ^i / (γ + 1). Adding the counts of two sketches gives the sketch of
// all their values, so hours make days, and days any window.

#include "canary/core/time.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace canary::store {

class quantile_sketch {
 public:
  /// How far at most a quantile is from the exact one, as a share of it; half a nanosecond of rounding comes on top.
  static constexpr double relative_error = 0.01;

  /// Of the largest duration that there is.
  static constexpr std::uint16_t last_index = 2184;

  struct bucket {
    std::uint16_t index = 0;
    std::uint64_t count = 0;
    bool operator==(const bucket&) const = default;
  };

  /// A value below 1 ns counts as 1 ns.
  void add(nanoseconds value);
  void merge(const quantile_sketch& other);

  /// Values added. Stands still at the largest number there is.
  std::uint64_t count() const { return count_; }

  /// The value that the share `q` (0 to 1) of all others does not exceed: of n sorted values the one at place
  /// floor(q (n - 1)), from 0. Empty where there is no value.
  std::optional<nanoseconds> quantile(double q) const;

  /// Ascending; none is empty.
  const std::vector<bucket>& buckets() const { return buckets_; }

  /// The inverse of `buckets`. Empty where they do not ascend, one is empty, or there can be no such index.
  static std::optional<quantile_sketch> from(std::vector<bucket> buckets);

  bool operator==(const quantile_sketch&) const = default;

 private:
  std::vector<bucket> buckets_;
  std::uint64_t count_ = 0;
};

}  // namespace canary::store
