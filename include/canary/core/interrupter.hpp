#pragma once
// How a run is ended from outside while it waits for something.

#include "canary/core/failure.hpp"

#include <functional>
#include <list>
#include <optional>

namespace canary {

/// One per run. Whoever suspends a run (a sleep, a request, a name look-up) keeps a `waiter` for as long, whose hook
/// makes that wait end at once; the run's deadline, the drain at shutdown, and a replacing run call `stop`.
///
/// The suspended code is resumed, sees `stopped()`, and returns the reason as its error: nothing is destroyed in
/// mid-flight.
class interrupter {
 public:
  bool stopped() const noexcept { return reason_.has_value(); }

  /// Why. Only where `stopped()`.
  const failure& reason() const { return *reason_; }

  /// The first reason counts; later ones are ignored. Hooks are called once each, from within this call; a hook may
  /// destroy its own waiter, and no other.
  void stop(failure why);

  /// Registers a hook for its own lifetime. Check `stopped()` before suspending: a hook registered after the stop is
  /// never called.
  class waiter {
   public:
    waiter(interrupter& owner, std::function<void()> hook);
    ~waiter();
    waiter(const waiter&) = delete;
    waiter& operator=(const waiter&) = delete;

   private:
    interrupter& owner_;
    std::list<std::function<void()>>::iterator place_;
  };

 private:
  std::optional<failure> reason_;
  std::list<std::function<void()>> hooks_;
};

}  // namespace canary
