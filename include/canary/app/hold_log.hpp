#pragma once
// Tells the operator what held the loop.

#include "canary/core/log.hpp"
#include "canary/script/loop_watch.hpp"

#include <map>
#include <string>

namespace canary::app {

/// Writes a line for a hold, at most one a minute for each test, one for the configuration and one for canaryd's own
/// code; the next line tells how many were left out.
class hold_log {
 public:
  /// Both outlive this.
  hold_log(const clock& time, const logger& log) : time_(time), log_(log) {}

  void write(const script::hold& what);

 private:
  struct told {
    mono_time at{};
    std::uint64_t unsaid = 0;
  };

  void forget_old(mono_time now);

  const clock& time_;
  const logger& log_;
  std::map<std::string, told> told_;
};

}  // namespace canary::app
