#pragma once
// How far something has come, on a terminal.

#include "canary/core/clock.hpp"
#include "canary/store/maintenance.hpp"

#include <string>
#include <string_view>

namespace canary::command {

/// '[##########----------]  50 %  1,200 runs  600/s  0:02 left'. Pure. `bytes`: `done` counts those.
std::string progress_text(const store::progress& at, nanoseconds elapsed, std::string_view unit);

/// Draws on standard error where that is a terminal, at most ten times a second; does nothing where it is none.
class progress_bar {
 public:
  progress_bar(const clock& time, std::string_view unit);
  ~progress_bar() { clear(); }
  progress_bar(const progress_bar&) = delete;
  progress_bar& operator=(const progress_bar&) = delete;

  void show(const store::progress& at);
  /// Takes the line away, before something else is written.
  void clear();
  nanoseconds elapsed() const { return time_.mono() - begun_; }

 private:
  const clock& time_;
  const std::string_view unit_;
  const mono_time begun_;
  const bool shown_;
  mono_time next_{};
  bool drawn_ = false;
};

}  // namespace canary::command
