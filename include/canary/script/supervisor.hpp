#pragma once
// What keeps a running script within its bounds: its deadline, its slice, its memory.

#include "canary/core/interrupter.hpp"
#include "canary/script/exception_state.hpp"
#include "canary/script/turns.hpp"

#include <boost/asio/spawn.hpp>

#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace canary::script {

/// Told when the script begins to wait for something outside, and before it goes on.
class wait_listener {
 public:
  virtual void waits(mono_time since) = 0;
  /// What it waited for has come, and soon it is its turn.
  virtual void has_waited() = 0;
  /// Its turn has come.
  virtual void goes_on() = 0;

 protected:
  ~wait_listener() = default;
};

/// One per run. The engine asks it whether to go on: about every 32k bytecode instructions (some 0.1 ms of an empty
/// loop), at each call of a native function, and at intervals while one allocates, compares, copies, matches or
/// collects garbage. Each answer may suspend the script, wherever it stands. Modules bracket what suspends with
/// `suspended`.
class supervisor {
 public:
  /// `yield` is the coroutine that the script runs in, and `stop` its interrupter; both outlive this. `test` is the
  /// name that its turns are known by; null where it is of no test.
  supervisor(clock& time, turns& queue, interrupter& stop, boost::asio::yield_context yield, mono_time deadline,
             nanoseconds timeout, std::shared_ptr<const std::string> test = {});
  ~supervisor();
  supervisor(const supervisor&) = delete;
  supervisor& operator=(const supervisor&) = delete;

  /// Called from inside the engine. True ends the script, and stays true. Suspends where the slice is used up.
  bool should_end();

  /// The same, for native code that cannot be ended where it stands: it gives way to others even when it is over.
  bool give_way();

  /// The script asked for more memory than it may have. It ends with class limit.
  void out_of_memory(std::uint64_t limit_bytes);

  /// Ends the script with class timeout where the deadline has passed. Returns whether it is stopped, for whatever
  /// reason.
  bool check_deadline();

  /// Runs `wait`, which suspends the coroutine and gives a value, and then waits for the script's turn.
  template <class Wait>
  auto suspended(Wait&& wait) {
    std::optional<decltype(wait(yield_))> value;
    std::exception_ptr thrown;
    had_.end_turn(time_.mono());
    {
      const exception_state aside;
      try {
        const waiting_time listed(*this);
        value.emplace(wait(yield_));
      } catch (...) {
        thrown = std::current_exception();
      }
      if (const std::exception_ptr of_turn = end_wait()) thrown = of_turn;
    }
    if (thrown) std::rethrow_exception(thrown);
    return std::move(*value);
  }

  /// Suspends the script for `how_long`, or until its deadline or its end. The failure says which of the latter.
  failure sleep(nanoseconds how_long);

  /// The script is over, and gets time of its own to tidy up: until `deadline`, or until `stop` is stopped. What it was
  /// ended by counts no more.
  void begin_cleanup(interrupter& stop, mono_time deadline, nanoseconds time);

  /// From now on `stop` is used no more.
  void end_cleanup();

  interrupter& stop() noexcept { return *stop_; }
  mono_time deadline() const noexcept { return deadline_; }
  nanoseconds timeout() const noexcept { return timeout_; }
  std::uint64_t slices() const noexcept { return slices_; }

  /// How often `should_end` was asked.
  std::uint64_t checks() const noexcept { return checks_; }

  /// CPU time of the script's turns so far.
  nanoseconds cpu() const;

  /// Who can tell where the script stands, while it is executed: asked where it holds the loop for too long, and null
  /// for nobody.
  void show_place(std::function<std::string()> place) { place_ = std::move(place); }

  /// The VM's own; null for nobody.
  void tell_waits_to(wait_listener* listener) { listener_ = listener; }

  /// Where the script has held the loop for too long by now, its place is remembered with the turn.
  void look();

 private:
  bool give_way(mono_time now);
  void look(mono_time now);
  void take_turn();
  std::exception_ptr end_wait();

  // While this is, the script waits for something outside.
  struct waiting_time {
    explicit waiting_time(supervisor& s);
    ~waiting_time();
    supervisor& of;
  };

  clock& time_;
  turns& queue_;
  interrupter* stop_;
  interrupter* of_the_run_;
  boost::asio::yield_context yield_;
  mono_time deadline_;
  nanoseconds timeout_;
  share had_;
  std::uint64_t slices_ = 1;  // the one that it began in
  std::uint64_t checks_ = 0;
  turn_account account_;
  std::function<std::string()> place_;
  wait_listener* listener_ = nullptr;
};

}  // namespace canary::script
