#pragma once
// A world whose time passes only as it is asked for: who takes his turn when depends on nothing but the code under
// test.

#include "support/script_bench.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

#include <algorithm>
#include <map>
#include <optional>

namespace canary::testing {

/// Moves on by `tick` whenever it is asked for the monotonic time. Expired timers are handlers of `loop` like any
/// other. An idle loop does not wait for them: something must go on until they expire.
class ticking_clock final : public clock {
 public:
  ticking_clock(boost::asio::io_context& loop, nanoseconds tick) : loop_(loop), tick_(tick) {}

  wall_time wall() const override { return wall_time{now_.time_since_epoch() + std::chrono::seconds{1'700'000'000}}; }
  mono_time mono() const override {
    now_ += tick_;
    std::erase_if(alarms_, [](const auto& a) { return a.expired(); });
    for (const auto& waiting : alarms_) {
      if (const auto a = waiting.lock()) fire_if_due(a);
    }
    return now_;
  }
  nanoseconds cpu() const override { return now_.time_since_epoch(); }
  std::unique_ptr<timer> make_timer() override { return std::make_unique<alarm>(*this); }

 private:
  struct state {
    std::optional<mono_time> at;
    std::function<void()> on_expiry;
    std::uint64_t starts = 0;
  };
  class alarm final : public timer {
   public:
    explicit alarm(ticking_clock& time) : time_(time) { time.alarms_.push_back(state_); }
    void start(mono_time at, std::function<void()> on_expiry) override {
      *state_ = {at, std::move(on_expiry), state_->starts + 1};
      time_.fire_if_due(state_);
    }
    void cancel() override { *state_ = {{}, {}, state_->starts + 1}; }

   private:
    ticking_clock& time_;
    std::shared_ptr<state> state_ = std::make_shared<state>();
  };

  void fire_if_due(const std::shared_ptr<state>& a) const {
    if (!a->at || *a->at > now_) return;
    a->at.reset();
    boost::asio::post(loop_, [still = std::weak_ptr(a), starts = a->starts] {
      const auto due = still.lock();
      if (due && due->starts == starts) std::exchange(due->on_expiry, {})();
    });
  }

  boost::asio::io_context& loop_;
  nanoseconds tick_;
  mutable mono_time now_{};
  mutable std::vector<std::weak_ptr<state>> alarms_;
};

/// What a pool tells of its runs.
struct recorded_runs final : run::run_observer {
  void run_started(const run_record& record) override { started.push_back(record); }
  void run_logged(const run_record&, const log_entry& entry) override { lines.push_back(entry.message); }
  void run_ended(const run::run_result& result) override { ended.push_back(result); }

  const run::run_result& of(const std::string& test) const {
    const auto found = std::find_if(ended.begin(), ended.end(), [&](const auto& r) { return r.record.test == test; });
    if (found == ended.end()) throw std::runtime_error(test + " has not ended");
    return *found;
  }

  std::vector<run_record> started;
  std::vector<run::run_result> ended;
  std::vector<std::string> lines;
};

/// Turns that a run had.
inline std::uint64_t slices_of(const run::run_result& r) { return r.record.usage.value().slices; }

/// Runs side by side, on the clock that it is given and a loop of its own. Scripts are compiled by `with`.
struct pool_rig {
  script_bench& with;
  boost::asio::io_context& loop;
  clock& time;
  script::turns turns;
  run::engine engine;
  recorded_runs seen;
  run::run_pool pool;
  std::map<std::string, int> ends;  ///< how often each test's `ended` was called
  run_id_generator ids;

  pool_rig(script_bench& compiler, boost::asio::io_context& on, clock& by, nanoseconds slice)
      : with(compiler),
        loop(on),
        time(by),
        turns(by, slice),
        engine{on.get_executor(), by, turns, std::make_shared<script::stack_pool>(), *compiler.vms, {}, {}},
        pool(engine, seen) {}

  run_id start(const std::string& name, const std::string& source, nanoseconds timeout,
               std::uint64_t memory = 64u << 20) {
    const run::run_order order{
        with.make_test(source, timeout, memory, name), ids.next(time.wall()), run_trigger::manual, {}};
    pool.start(order, [this, name](const run_record&) {
      ++ends[name];
      if (pool.size() == 0) work.reset();
    });
    return order.id;
  }

  /// Until nothing goes on any more.
  void run() {
    loop.restart();
    if (pool.size() > 0) work.emplace(loop.get_executor());
    script::run_loop(loop, turns);
  }

  std::optional<boost::asio::executor_work_guard<boost::asio::io_context::executor_type>> work;
};

}  // namespace canary::testing
