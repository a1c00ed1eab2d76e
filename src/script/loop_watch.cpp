#include "canary/script/loop_watch.hpp"

#include <algorithm>
#include <utility>

namespace canary::script {

void loop_watch::when_held(nanoseconds limit, std::function<void(const hold&)> told) {
  limit_ = limit;
  told_ = std::move(told);
}

nanoseconds loop_watch::take_longest() { return std::exchange(longest_, nanoseconds{0}); }

// Reading the thread's clock costs as much as a short turn may. For a moment after a reading it is taken that the
// thread has been computing all the time, as it has unless the system took the processor away; a turn that seems longer
// than that moment is always measured.
nanoseconds loop_watch::cpu_at(mono_time now) const {
  constexpr nanoseconds moment = std::chrono::microseconds{100};
  if (!read_at_ || now - *read_at_ >= moment) {
    read_at_ = now;
    read_ = time_.cpu();
  }
  return read_ + (now - *read_at_);
}

void loop_watch::handler_begins(mono_time now) {
  began_ = now;
  is_turn_ = false;
}

void loop_watch::turn_begins(mono_time now) {
  began_ = now;
  is_turn_ = true;
  cpu_began_ = cpu_at(now);
}

nanoseconds loop_watch::cpu_of_turn(mono_time now) const {
  return is_turn_ ? std::clamp(cpu_at(now) - cpu_began_, nanoseconds{0}, now - began_) : nanoseconds{0};
}

void loop_watch::ends(mono_time now) {
  const nanoseconds lasted = now - began_;
  std::optional<nanoseconds> cpu;
  if (is_turn_) {
    const nanoseconds by_now = cpu_at(now);
    cpu = std::clamp(by_now - cpu_began_, nanoseconds{0}, lasted);
    if (account_ != nullptr) account_->cpu += *cpu;
    cpu_began_ = by_now;
  }
  began_ = now;
  held(lasted, cpu);
}

void loop_watch::wait_begins(mono_time now) {
  constexpr nanoseconds interval = std::chrono::milliseconds{1};
  handler_begins(now);
  cpu_before_wait_.reset();
  if (wait_measured_ && now - *wait_measured_ < interval) return;
  wait_measured_ = now;
  cpu_before_wait_ = time_.cpu();
}

void loop_watch::wait_ends(mono_time now) {
  const nanoseconds computed = cpu_before_wait_ ? time_.cpu() - *cpu_before_wait_ : nanoseconds{0};
  const nanoseconds lasted = std::clamp(computed, nanoseconds{0}, now - began_);
  began_ = now;
  held(lasted, std::nullopt);
}

void loop_watch::enter(turn_account& whose) {
  account_ = &whose;
  test_ = whose.test;
}

void loop_watch::leave(const turn_account& whose) noexcept {
  if (account_ == &whose) account_ = nullptr;
}

void loop_watch::held(nanoseconds lasted, std::optional<nanoseconds> cpu) {
  longest_ = std::max(longest_, lasted);
  account_ = nullptr;
  const auto test = std::move(test_);
  test_.reset();
  if (lasted < limit_) {
    stack_.clear();
    return;
  }
  const hold what{lasted, test, cpu, std::exchange(stack_, {})};
  if (told_) told_(what);
}

}  // namespace canary::script
