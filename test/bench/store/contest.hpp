#pragma once
// Both databases of one size, and what each is measured at.

#include "bench/store/feeder.hpp"
#include "bench/store/report.hpp"

#include <array>

namespace canary::bench {

/// How often a figure is taken, in turns: the one, the other; the other, the one.
inline constexpr int rounds = 5;

/// Runs at once in a fill: as many as group commit can use.
inline constexpr std::size_t busy = 4096;

class contest {
 public:
  /// In a folder that holds nothing of ours.
  contest(std::filesystem::path folder, const run_generator::plan& what);

  /// Opens both, and closes them: what is in SQLite's log is in its file then.
  void open(store::durability how = store::durability::full);
  void close();

  /// Puts so many runs into both, side by side, which must be closed.
  void fill_unseen(std::uint64_t runs);

  enum side : unsigned char { ours, sqlite };
  engine& of(side s) { return *sides_[s].db; }
  void open(side s, store::durability how = store::durability::full, nanoseconds keep_passes = nanoseconds::max());
  void close(side s) { sides_[s].db.reset(); }

  feeder feed(side s) { return {*sides_[s].db, sides_[s].from, loop, *time}; }
  /// Of its file, when it is closed.
  std::uint64_t bytes(side s) const;
  /// Has the system forget what it keeps of the file in memory. It must be closed.
  void make_cold(side s) const;

  wall_time now() const { return sides_[ours].from.now(); }
  const std::vector<run_id>& sample() const { return sides_[ours].from.sample(); }

  /// Calls `measure` for both, `rounds` times each, and returns what it returned.
  figures in_turns(const std::function<double(side)>& measure) const;

  boost::asio::io_context loop{1};
  std::unique_ptr<clock> time;
  const run_generator::plan plan;

 private:
  struct player {
    std::filesystem::path file;
    run_generator from;
    std::unique_ptr<engine> db;
  };

  std::filesystem::path folder_;
  std::array<player, 2> sides_;
};

/// Fills both with what the plan says, of which the last part is measured, at most a fifth; leaves them open.
void measure_filling(contest& of, report& to);
/// Some more runs, at another durability.
void measure_relaxed(contest& of, report& to);
/// As a daemon with so many runs a second has it.
void measure_pace(contest& of, report& to, double runs_per_s);
void measure_reads(contest& of, report& to);
void measure_opening(contest& of, report& to);
/// The oldest days, one after the other. Closes both.
void measure_retention(contest& of, report& to);

}  // namespace canary::bench
