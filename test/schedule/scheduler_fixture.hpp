#pragma once
// A scheduler on virtual time, with a runner and an observer that record.

#include "canary/schedule/scheduler.hpp"

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace canary::schedule {

/// Ends runs when told to, or each `takes` after its start.
class fake_runner final : public run::runner {
 public:
  explicit fake_runner(virtual_clock& time) : time_(time) {}

  struct started {
    run::run_order order;
    mono_time at;
  };
  std::vector<started> orders;
  std::vector<std::pair<run_id, failure>> stops;
  std::optional<nanoseconds> takes;
  bool ends_when_stopped = false;

  void start(run::run_order order, std::function<void(const run_record&)> ended) override {
    run_record record;
    record.id = order.id;
    record.test = order.what->name;
    auto& r = going_[order.id] = {std::move(record), std::move(ended), nullptr};
    orders.push_back({std::move(order), time_.mono()});
    if (takes) end_after(r, *takes, run_status::passed);
  }

  void stop(const run_id& id, failure why) override {
    stops.emplace_back(id, std::move(why));
    const auto found = going_.find(id);
    if (ends_when_stopped && found != going_.end()) end_after(found->second, nanoseconds{0}, run_status::interrupted);
  }

  void end(const run_id& id, run_status status = run_status::passed) {
    auto node = going_.extract(id);
    if (node.empty()) return;
    node.mapped().record.status = status;
    node.mapped().ended(node.mapped().record);
  }
  void end_oldest() { end(going_.begin()->first); }

  std::size_t going() const { return going_.size(); }

 private:
  struct run_in_flight {
    run_record record;
    std::function<void(const run_record&)> ended;
    std::unique_ptr<timer> end;
  };

  void end_after(run_in_flight& r, nanoseconds delay, run_status status) {
    r.end = time_.make_timer();
    r.end->start(time_.mono() + delay, [this, id = r.record.id, status] { end(id, status); });
  }

  virtual_clock& time_;
  std::map<run_id, run_in_flight> going_;
};

struct recording_observer final : schedule_observer {
  void run_skipped(const test& what, skip_reason why, std::uint64_t count) override {
    skipped[what.name + ' ' + std::string(to_string(why))] += count;
  }
  void state_changed(const test& what, test_state from, test_state to) override {
    turns.push_back(what.name + ' ' + std::string(to_string(from)) + ' ' + std::string(to_string(to)));
  }
  void maintenance_changed(const test& what, const std::optional<maintenance_window>& now) override {
    turns.push_back(what.name + " maintenance " + (now ? "'" + now->reason + "'" : "over"));
  }

  std::map<std::string, std::uint64_t> skipped;
  std::vector<std::string> turns;
};

struct scheduler_fixture {
  virtual_clock time;
  fake_runner runner{time};
  recording_observer seen;
  run_id_generator ids{[] { return std::uint64_t{0}; }};
  std::unique_ptr<scheduler> tests;
  mono_time start = time.mono();

  explicit scheduler_fixture(std::size_t places = 1000) : tests(create_scheduler(time, runner, ids, seen, {places})) {}

  static test named(std::string name, nanoseconds frequency,
                    concurrency_policy concurrency = concurrency_policy::forbid) {
    test t;
    t.name = std::move(name);
    t.frequency = t.timeout = frequency;
    t.concurrency = concurrency;
    return t;
  }

  void load(const std::vector<test>& all) {
    std::vector<std::shared_ptr<const test>> shared;
    for (const auto& t : all) shared.push_back(std::make_shared<const test>(t));
    tests->load(std::move(shared));
  }

  /// The starts of all runs so far are durable.
  void store_starts() {
    for (const auto& s : runner.orders) tests->start_stored(s.order.id);
  }

  /// How late each run was ordered.
  std::vector<nanoseconds> lateness() const {
    std::vector<nanoseconds> all;
    for (const auto& s : runner.orders) all.push_back(s.order.lateness);
    return all;
  }

  /// When each run of a test was ordered, from the start.
  std::vector<nanoseconds> ordered(std::string_view name) const {
    std::vector<nanoseconds> times;
    for (const auto& s : runner.orders) {
      if (s.order.what->name == name) times.push_back(s.at - start);
    }
    return times;
  }

  run_record outcome(std::string_view name, run_status status) {
    run_record r;
    r.id = ids.next(time.wall());
    r.test = name;
    r.status = status;
    r.start_at = time.wall();
    r.end_at = time.wall();
    return r;
  }
};

}  // namespace canary::schedule
