#pragma once
// Writes generated runs into one of the two, as the daemon does: a start, and when that is durable, its end.

#include "bench/machine.hpp"
#include "bench/store/engine.hpp"
#include "bench/store/generator.hpp"

#include <deque>

namespace canary::bench {

/// What came of writing.
struct insertion {
  cost all;
  commits done;
  std::uint64_t written = 0;  ///< to its files, in bytes

  double commits_per_s() const;
  double writes_per_commit() const;
};

/// The same at a rate that is given, as a daemon with so many runs a second has it.
struct pace : insertion {
  std::vector<nanoseconds> durable_after;  ///< from a run's end until that was durable
};

class feeder {
 public:
  feeder(engine& to, run_generator& from, boost::asio::io_context& loop, clock& time);

  /// So many at once, each followed by the next when it is durable. Returns when all are.
  insertion fill(std::uint64_t count, std::size_t in_flight);

  /// Each takes 50 ms, be it durable or not.
  pace keep_pace(double runs_per_s, std::chrono::seconds how_long);

 private:
  void begin(generated_run& slot);
  void tick();
  template <class Work>
  insertion measured(const Work& work);

  engine& to_;
  run_generator& from_;
  boost::asio::io_context& loop_;
  clock& time_;

  std::uint64_t wanted_ = 0, begun_ = 0;
  std::string problem_;

  struct going {
    mono_time ends;
    generated_run run;
  };
  std::deque<going> going_;
  double rate_ = 0;
  mono_time from_when_{};
  std::unique_ptr<timer> timer_;
  pace pace_;
};

}  // namespace canary::bench
