#pragma once
// What one http_session::perform is about while it lasts, and how its time is told.

#include "canary/core/clock.hpp"
#include "canary/core/interrupter.hpp"
#include "canary/core/run_record.hpp"
#include "canary/net/resolver.hpp"

#include <string_view>

namespace canary::net {

/// Ends by the request's own timeout, or with its run.
struct call {
  interrupter ends;
  std::string_view doing = "starting";  ///< for the message of a timeout: 'waiting for the response'
  name_cache names = name_cache::unused;
};

/// Shares out the time of one exchange among its phases, leaving none over.
class lap_timer {
 public:
  lap_timer(const clock& time, http_timings& timings) : time_(time), timings_(timings), last_(time.mono()) {}

  /// The time since the last lap went into `phase`.
  void lap(double http_timings::*phase) {
    const mono_time now = time_.mono();
    const double ms = std::chrono::duration<double, std::milli>(now - last_).count();
    timings_.*phase += ms;
    timings_.duration += ms;
    last_ = now;
  }

  /// All so far was in vain, and another attempt begins.
  void start_over() { timings_ = {.blocked = timings_.duration, .duration = timings_.duration}; }

 private:
  const clock& time_;
  http_timings& timings_;
  mono_time last_;
};

}  // namespace canary::net
