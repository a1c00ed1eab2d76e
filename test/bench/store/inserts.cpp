#include "bench/store/contest.hpp"

#include <algorithm>

namespace canary::bench {
namespace {

// At any size: a busy disk takes SQLite's 50,000 runs in seconds, but minutes for a million.
constexpr std::uint64_t most_seen = 250'000, most_relaxed = 50'000;

/// Processor time of a run that is generated, paced, and stored nowhere: the others are told without it.
template <class Work>
double cost_of_nothing(const contest& of, const Work& feed) {
  boost::asio::io_context loop(1);
  const auto time = create_real_clock(loop.get_executor());
  const auto none = make_nothing(loop);
  run_generator from(of.plan);
  feeder to_none(*none, from, loop, *time);
  return feed(to_none).all.cpu_us_per_run();
}

/// What is measured beside the rate.
struct more_figures {
  double nothing = 0;
  figures cpu, written, writes, commits, commit_ms, durable_p50, durable_p99;

  static void put(figures& to, contest::side s, double value) {
    (s == contest::ours ? to.ours : to.sqlite).push_back(value);
  }

  void add(contest::side s, insertion what) {
    std::sort(what.done.took.begin(), what.done.took.end());
    put(cpu, s, std::max(what.all.cpu_us_per_run() - nothing, 0.01));
    put(written, s, static_cast<double>(what.written) / static_cast<double>(what.all.runs));
    put(writes, s, what.writes_per_commit());
    put(commits, s, what.commits_per_s());
    put(commit_ms, s, static_cast<double>(quantile(what.done.took, 0.5).count()) / 1e6);
  }
};

void measure_inserts(contest& of, report& to, const std::string& how, std::uint64_t runs_a_round) {
  const auto some = [](feeder& db) { return db.fill(20'000, busy); };
  more_figures more;
  more.nothing = cost_of_nothing(of, some);
  int part = 0;
  const figures rates = of.in_turns([&](contest::side s) {
    const insertion what = of.feed(s).fill(runs_a_round, busy);
    more.add(s, what);
    progress(how + ", part " + std::to_string(part++ / 2 + 1) + ", " + (s == contest::ours ? "ours" : "SQLite") + ": " +
             std::to_string(static_cast<int>(what.all.runs_per_s())) + " runs/s");
    return what.all.runs_per_s();
  });
  to.add("insert, " + how, "runs/s", rates, better::more);
  to.add("  processor time", "cpu µs/run", more.cpu);
  to.add("  written to files", "bytes/run", more.written);
  to.add("  starts and ends in a commit", "writes", more.writes, better::neither);
  to.add("  a commit takes, p50", "ms", more.commit_ms);
}

}  // namespace

void measure_filling(contest& of, report& to) {
  const std::uint64_t a_round = std::min(of.plan.runs / 5, most_seen) / rounds;
  progress("filling with " + std::to_string(of.plan.runs) + " runs");
  of.fill_unseen(of.plan.runs - a_round * rounds);
  of.open();
  measure_inserts(of, to, "durable", a_round);
}

void measure_relaxed(contest& of, report& to) {
  measure_inserts(of, to, "relaxed", std::min(of.plan.runs / 10, most_relaxed));
}

void measure_pace(contest& of, report& to, double runs_per_s) {
  const std::string rate = std::to_string(static_cast<int>(runs_per_s));
  progress("at " + rate + " runs/s");
  const auto some = [&](feeder& db) -> pace { return db.keep_pace(runs_per_s, std::chrono::seconds{2}); };
  more_figures more;
  more.nothing = cost_of_nothing(of, some);
  const figures reached = of.in_turns([&](contest::side s) {
    feeder to_it = of.feed(s);
    const pace what = some(to_it);
    more.add(s, what);
    more.put(more.durable_p50, s, static_cast<double>(quantile(what.durable_after, 0.5).count()) / 1e6);
    more.put(more.durable_p99, s, static_cast<double>(quantile(what.durable_after, 0.99).count()) / 1e6);
    return what.all.runs_per_s();
  });
  to.add("at " + rate + " runs/s: reached", "runs/s", reached, better::more);
  to.add("  commits", "commits/s", more.commits, better::neither);
  to.add("  processor time", "cpu µs/run", more.cpu);
  to.add("  written to files", "bytes/run", more.written);
  to.add("  an outcome is durable after, p50", "ms", more.durable_p50);
  to.add("  p99", "ms", more.durable_p99);
}

}  // namespace canary::bench
