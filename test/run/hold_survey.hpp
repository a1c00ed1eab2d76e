#pragma once
// How long native code holds the loop: each case of test/scripts/native/, and the longest time between two looks at the
// clock while it runs. Whoever looks can suspend the script.

#include "support/script_bench.hpp"

#include <string>
#include <vector>

namespace canary::testing {

/// The machine's clock, which notes for how much of the processor's time nobody asked it.
class holding_clock final : public clock {
 public:
  explicit holding_clock(clock& machine) : machine_(machine) { begin(); }

  wall_time wall() const override { return machine_.wall(); }
  mono_time mono() const override {
    const nanoseconds now = machine_.cpu();
    gaps_.push_back(now - before_);
    before_ = machine_.cpu();
    return machine_.mono();
  }
  nanoseconds cpu() const override { return machine_.cpu(); }
  std::unique_ptr<timer> make_timer() override { return machine_.make_timer(); }

  void begin() {
    gaps_.clear();
    before_ = machine_.cpu();
  }
  /// Ascending, since `begin`.
  std::vector<nanoseconds> gaps() const;

 private:
  clock& machine_;
  mutable std::vector<nanoseconds> gaps_;
  mutable nanoseconds before_{};
};

struct hold_case {
  std::string name;  ///< 'strings: doubling to the limit'
  std::string source;
  nanoseconds timeout;
};

struct hold_result {
  std::string name, ended;
  nanoseconds held{};  ///< the longest
  std::size_t looks = 0;
};

class hold_survey {
 public:
  explicit hold_survey(std::uint64_t memory = 64u << 20) : memory_(memory) {}

  /// Of all the files in test/scripts/native/.
  static std::vector<hold_case> cases();

  hold_result measure(const hold_case& c);

  /// The time that the engine takes from check to check in a loop that does nothing: a measure of how fast this machine
  /// and this build are just now.
  nanoseconds usual_gap();

 private:
  std::vector<nanoseconds> run(const hold_case& c, std::string& ended);

  std::uint64_t memory_;
  script_bench bench_;
};

}  // namespace canary::testing
