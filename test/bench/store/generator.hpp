#pragma once
// Runs as a daemon with a thousand tests has them, the same ones each time.

#include "canary/core/run_record.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace canary::bench {

/// What a run leaves behind beside its record.
enum class detail_kind : unsigned char { none, logs, logs_and_trace };

/// 'nothing', 'three log lines', 'three log lines and a trace'.
const char* to_string(detail_kind k);

struct generated_run {
  run_record record;  ///< as it ends
  run_details details;
};

/// Tests take turns in an order of their own each round, so that a test's runs lie apart from each other in the file.
/// Each has its own log-normal durations. About 1.5 % of the runs fail, in incidents: a test that has begun to fail
/// goes on failing for some ten runs, nearly always, and each time for the same reason. Deterministic.
class run_generator {
 public:
  struct plan {
    std::uint64_t runs = 100'000;  ///< within `span`; those that come after go on at the same pace
    std::size_t tests = 1000;
    nanoseconds span = std::chrono::hours{24 * 40};
    wall_time end{};  ///< of the span
    detail_kind details = detail_kind::logs;
    std::uint64_t seed = 1;
    std::uint64_t sample_every = 100;
  };

  explicit run_generator(const plan& what);

  /// Its id and its start are past those of the run before.
  generated_run next();

  /// Where the next run starts, about.
  wall_time now() const { return at_; }

  /// One in `sample_every`, oldest first.
  const std::vector<run_id>& sample() const { return sample_; }

  static std::string test_name(std::size_t index);

 private:
  struct habit {
    std::string name, url;
    double typical_ms = 0;   // the median of its durations
    int failing_for = 0;     // runs that are left of its incident
    std::size_t reason = 0;  // of its incident
  };

  double uniform() { return static_cast<double>(random_() >> 11) * 0x1p-53; }
  habit& next_test();
  void judge(habit& test, run_record& record);
  run_details details_of(const habit& test, const run_record& record);

  plan plan_;
  nanoseconds step_;
  wall_time at_;
  std::mt19937_64 random_;
  std::normal_distribution<double> normal_;
  run_id_generator ids_;
  std::vector<habit> tests_;
  std::vector<std::uint32_t> order_;
  std::size_t place_ = 0;
  std::uint64_t made_ = 0;
  std::vector<run_id> sample_;
};

}  // namespace canary::bench
