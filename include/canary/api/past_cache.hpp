#pragma once
// What the overview shows of the past of every test. Each costs some two hundred look-ups in the store, so that a list
// of 1,000 tests that many people have open must not ask for it each time.

#include "canary/core/clock.hpp"
#include "canary/core/result.hpp"
#include "canary/schedule/test_view.hpp"
#include "canary/store/store.hpp"

#include <optional>
#include <string>
#include <unordered_map>

namespace canary::api {

/// Over whole hours: a window begins with the hour that it begins in.
struct past_figures {
  std::optional<double> day, week, month;  ///< uptime over 24 h, 7 d and 30 d, from 0 to 1; empty where no run tells it
  std::optional<nanoseconds> p50, p95;     ///< over 24 h, of the runs that passed or failed
};

class past_cache {
 public:
  static constexpr std::chrono::seconds lasts{60};

  /// Both outlive this.
  past_cache(clock& time, const store::store& runs) : time_(time), runs_(runs) {}

  /// At most `lasts` old, and no older than the test's state: what has just failed is not 100 %. Errors are the
  /// store's.
  result<past_figures> find(const std::string& test, schedule::test_state state);

  /// Gives up what is too old to be used. To be called now and then: tests go, and their names with them.
  void forget_old();

 private:
  struct entry {
    mono_time at{};
    schedule::test_state state{};
    past_figures figures;
  };

  result<past_figures> read(const std::string& test) const;

  clock& time_;
  const store::store& runs_;
  std::unordered_map<std::string, entry> kept_;
};

}  // namespace canary::api
