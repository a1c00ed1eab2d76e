#pragma once
// The steps and checks of a run, while it goes on.

#include "canary/core/run_record.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace canary::run {

/// Of how many the record keeps what became of them; more are counted only.
inline constexpr std::size_t step_limit = 1000, check_limit = 10'000;

/// Names and errors are cut at so many bytes.
inline constexpr std::size_t longest_name = 200, longest_step_error = 2000;

class run_steps {
 public:
  /// A step within the innermost one that goes on; a cleanup is within none. Its index; empty where no more are kept.
  std::optional<std::uint32_t> begin(std::string name, bool cleanup, wall_time at, mono_time now);

  /// Ends a step that goes on. It has failed, whatever `status` says, where a check in it did that fails the run.
  void end(std::uint32_t step, step_status status, std::string error, mono_time now);

  /// Ends what still goes on, the innermost first.
  void end_all(step_status status, const std::string& error, mono_time now);

  void check(std::string name, bool held, bool soft, wall_time at);

  /// Moves all of them to where they are stored.
  void give(run_details& to);

 private:
  struct open_step {
    std::uint32_t index;
    mono_time began;
    bool check_failed;
  };

  run_details kept_;
  std::vector<open_step> open_;
};

}  // namespace canary::run
