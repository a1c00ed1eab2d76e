#pragma once
// What goes on right now, as one line on a terminal that is drawn anew.

#include "canary/command/look.hpp"
#include "canary/core/clock.hpp"

#include <memory>
#include <string>

namespace canary::command {

struct progress_facts {
  std::string test;
  std::size_t run = 1, of = 1;  ///< which run of how many
  std::size_t failed = 0;       ///< of those before it
  nanoseconds elapsed{};        ///< of this run
};

/// '[3/20] login works  1.2 s, 1 failed', no wider than the terminal. Pure.
std::string progress_line_text(const progress_facts& of, const look& as);

/// Draws on standard error where that and standard output are terminals; does nothing elsewhere.
class progress_line {
 public:
  progress_line(clock& time, const look& as, bool shown);
  ~progress_line() { clear(); }
  progress_line(const progress_line&) = delete;
  progress_line& operator=(const progress_line&) = delete;

  /// From now on until `clear`; the elapsed time is counted from here. A run that is soon over is never shown.
  void begin(progress_facts what);
  /// Takes the line away, before something else is written.
  void clear();

 private:
  void draw_later();

  clock& time_;
  const look as_;
  const std::unique_ptr<timer> alarm_;  // null where nothing is shown
  progress_facts what_;
  mono_time begun_{};
  bool drawn_ = false;
};

}  // namespace canary::command
