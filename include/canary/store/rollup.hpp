#pragma once
// What became of many runs, in little: how many had which outcome, and how long they took. Rollups add up.

#include "canary/core/run_record.hpp"
#include "canary/store/quantile_sketch.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace canary::store {

struct rollup {
  static constexpr std::size_t classes = static_cast<std::size_t>(failure_class::interrupted) + 1;

  std::uint64_t passed = 0, failed = 0, interrupted = 0, skipped = 0;
  std::array<std::uint64_t, classes> by_class{};  ///< of failed and interrupted runs; the first stays 0
  nanoseconds total_duration{};                   ///< of the runs in `durations`
  quantile_sketch durations;  ///< of passed and failed runs: how long an interrupted one would have taken, nobody knows

  /// One run that has ended.
  void add(const run_record& record);
  void merge(const rollup& other);

  /// Runs in it.
  std::uint64_t ended() const;

  /// Which share of the runs that passed or failed has passed. An interrupted or skipped run says nothing of the tested
  /// product. Empty where there are none.
  std::optional<double> uptime() const;

  bool operator==(const rollup&) const = default;
};

}  // namespace canary::store
