#include "bench/store/contest.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <stdexcept>

namespace canary::bench {
namespace {

constexpr std::size_t queries = 2000;  // in a round

/// The first run's id, and a number: of runs or whatever else.
using finding = std::pair<run_id, double>;

struct read {
  const char* what;
  bool talk_reads_all;  ///< to answer this, or would have to
  /// Number `i`, and the gist of what it found.
  std::function<finding(engine&, std::size_t i)> ask;
};

finding gist(const std::vector<run_record>& runs) {
  return {runs.empty() ? run_id{} : runs.front().id, static_cast<double>(runs.size())};
}

std::vector<read> reads_of(const contest& of) {
  // Far from each other: neighbours would find each other's pages in the processor's cache.
  const auto test = [tests = of.plan.tests](std::size_t i) { return run_generator::test_name(i * 617 % tests); };
  const auto id = [&all = of.sample()](std::size_t i) { return all[i * 7919 % all.size()]; };
  using days = std::chrono::days;
  const wall_time now = of.now();
  return {{"first page of all", true, [](engine& db, std::size_t) { return gist(db.list({})); }},
          {"a page from anywhere in time", true,
           [=](engine& db, std::size_t i) { return gist(db.list({.before = id(i)})); }},
          {"first page of a test", true, [=](engine& db, std::size_t i) { return gist(db.list({.test = test(i)})); }},
          {"first page of a test's failures", true,
           [=](engine& db, std::size_t i) { return gist(db.list({.test = test(i), .status = run_status::failed})); }},
          {"first page of all failures", true,
           [](engine& db, std::size_t) { return gist(db.list({.status = run_status::failed})); }},
          {"a run by its id", false,
           [=](engine& db, std::size_t i) {
             const auto found = db.find(id(i));
             return finding(found ? found->id : run_id{}, found.has_value());
           }},
          {"its log", false,
           [=](engine& db, std::size_t i) {
             const auto found = db.details(id(i));
             return finding(id(i), found ? static_cast<double>(found->logs.size()) : 0);
           }},
          {"uptime of a test over 30 days", true,
           [=](engine& db, std::size_t i) {
             return finding({}, db.summarize(test(i), now - days{30}, now).uptime().value_or(0));
           }},
          {"p99 of a test over 7 days", true, [=](engine& db, std::size_t i) {
             const auto p99 = db.summarize(test(i), now - days{7}, now).durations.quantile(0.99);
             return finding({}, static_cast<double>(p99.value_or(nanoseconds{}).count()));
           }}};
}

/// Both must find the same: what is not the same work is not compared.
void compare(contest& of, const read& what) {
  for (std::size_t i = 0; i < 50; ++i) {
    if (what.ask(of.of(contest::ours), i) != what.ask(of.of(contest::sqlite), i)) {
      throw std::runtime_error(std::string("the two do not find the same: ") + what.what);
    }
  }
}

/// What the talk's daemon does for any list: it reads and decodes every run, in pages here.
double us_of_everything(contest& of) {
  progress("every run");
  const mono_time begun = of.time->mono();
  std::uint64_t runs = 0;
  for (store::run_query query{.limit = 1000};;) {
    const auto page = of.of(contest::ours).list(query);
    if (page.empty()) break;
    runs += page.size();
    query.before = page.back().id;
  }
  if (runs != of.plan.runs) throw std::runtime_error("there are not as many runs as were stored");
  return static_cast<double>((of.time->mono() - begun).count()) / 1e3;
}

double ms_since(mono_time begun, clock& time) { return static_cast<double>((time.mono() - begun).count()) / 1e6; }

}  // namespace

void measure_reads(contest& of, report& to) {
  const double everything = us_of_everything(of);
  for (const read& what : reads_of(of)) {
    progress(what.what);
    compare(of, what);
    figures slow, cpu;
    const figures usual = of.in_turns([&](contest::side s) {
      engine& db = of.of(s);
      std::vector<nanoseconds> took(queries);
      const nanoseconds cpu_before = of.time->cpu();
      for (std::size_t i = 0; i < queries; ++i) {
        const mono_time begun = of.time->mono();
        what.ask(db, i);
        took[i] = of.time->mono() - begun;
      }
      const double cpu_us = static_cast<double>((of.time->cpu() - cpu_before).count()) / 1e3 / queries;
      std::sort(took.begin(), took.end());
      const auto us = [&](double q) { return static_cast<double>(quantile(took, q).count()) / 1e3; };
      (s == contest::ours ? cpu.ours : cpu.sqlite).push_back(cpu_us);
      (s == contest::ours ? slow.ours : slow.sqlite).push_back(us(0.99));
      return us(0.5);
    });
    to.add(what.what, "µs", usual);
    if (what.talk_reads_all) to.add_talk(everything);
    to.add("  p99", "µs", slow);
    to.add("  processor time", "cpu µs", cpu);
  }
}

void measure_opening(contest& of, report& to) {
  progress("opening");
  of.close();
  const auto opening = [&](contest::side s) {
    const mono_time begun = of.time->mono();
    of.open(s);
    of.of(s).list({.limit = 1});
    const double ms = ms_since(begun, *of.time);
    of.close(s);
    return ms;
  };
  to.add("opening, and a first read", "ms", of.in_turns(opening));
  figures page;
  const figures cold = of.in_turns([&](contest::side s) {
    of.make_cold(s);
    const double ms = opening(s);
    of.make_cold(s);
    of.open(s);
    const mono_time begun = of.time->mono();
    of.of(s).list({.test = run_generator::test_name(1)});
    (s == contest::ours ? page.ours : page.sqlite).push_back(ms_since(begun, *of.time));
    of.close(s);
    return ms;
  });
  to.add("  nothing of it in memory", "ms", cold);
  to.add("  and first page of a test then", "ms", page);
  of.open();
}

}  // namespace canary::bench
