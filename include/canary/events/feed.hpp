#pragma once
// What has happened of late, in order, for those who want to hear of it as it happens.

#include "canary/core/clock.hpp"
#include "canary/core/run_record.hpp"
#include "canary/schedule/test_view.hpp"

#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace canary::events {

struct run_started {
  run_record run;
};

struct run_finished {
  run_record run;
};

struct state_changed {
  std::string test;
  schedule::test_state from = schedule::test_state::unknown, to = schedule::test_state::unknown;
};

struct config_reloaded {
  bool successful = true;
  std::string error;      ///< '' where successful
  std::size_t tests = 0;  ///< registered from now on
};

using content = std::variant<run_started, run_finished, state_changed, config_reloaded>;

struct happening {
  std::uint64_t number = 0;  ///< from 1, without gaps
  wall_time at{};            ///< when it was told
  content what;

  /// The test that it is about; '' where it is about all.
  std::string_view test() const;
};

struct feed_limits {
  std::size_t events = 4096;
  std::size_t bytes = 4u << 20;  ///< about, of memory
};

/// Keeps the newest happenings, and forgets the oldest past its limits. What is told here is durable already. One
/// process has one, and its era tells its numbers from those of the process before.
class feed {
 public:
  explicit feed(const clock& time, feed_limits limits = {});

  void tell(content what);

  std::uint64_t era() const { return era_; }
  /// The number of the oldest that is kept; `next` where there is none.
  std::uint64_t oldest() const { return oldest_; }
  /// The number that the next one will have.
  std::uint64_t next() const { return oldest_ + kept_.size(); }
  /// `number` is from `oldest` to before `next`.
  const happening& at(std::uint64_t number) const { return kept_[number - oldest_]; }

  /// Called after each `tell`, and may not tell anything itself. There is one listener; null ends it.
  void when_told(std::function<void()> listener) { listener_ = std::move(listener); }

 private:
  const clock& time_;
  feed_limits limits_;
  std::uint64_t era_;
  std::uint64_t oldest_ = 1;
  std::deque<happening> kept_;
  std::size_t bytes_ = 0;
  std::function<void()> listener_;
};

}  // namespace canary::events
