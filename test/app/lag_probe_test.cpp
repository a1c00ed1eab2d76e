#include "canary/app/lag_probe.hpp"

#include "support/catch.hpp"

using namespace canary;
using namespace canary::app;
using namespace std::chrono_literals;

namespace {

nanoseconds no_hold() { return {}; }

}  // namespace

TEST_CASE("the loop's lag is measured ten times a second, and is nothing while timers are punctual") {
  virtual_clock time;
  std::vector<nanoseconds> measured;
  const lag_probe probe(time, no_hold, [&](nanoseconds lag) { measured.push_back(lag); });
  CHECK(measured.empty());
  time.advance(1s);
  CHECK(measured == std::vector<nanoseconds>(10, 0ns));
}

TEST_CASE("a late loop is measured by how late it is, once, and the probe goes on from there") {
  // A clock whose timers are this test's to expire.
  class late_clock final : public canary::clock {
   public:
    struct alarm final : timer {
      explicit alarm(late_clock& t) : time(t) {}
      void start(mono_time at, std::function<void()> f) override { time.due = at, time.on_expiry = std::move(f); }
      void cancel() override { time.on_expiry = {}; }
      late_clock& time;
    };
    wall_time wall() const override { return {}; }
    mono_time mono() const override { return now; }
    nanoseconds cpu() const override { return {}; }
    std::unique_ptr<timer> make_timer() override { return std::make_unique<alarm>(*this); }
    void expire_at(mono_time t) {
      now = t;
      std::exchange(on_expiry, {})();
    }
    mono_time now{}, due{};
    std::function<void()> on_expiry;
  } time;
  std::vector<nanoseconds> measured;
  const lag_probe probe(time, no_hold, [&](nanoseconds lag) { measured.push_back(lag); });
  CHECK(time.due == mono_time{100ms});
  time.expire_at(mono_time{100ms + 7ms});
  CHECK(time.due == mono_time{207ms});
  time.expire_at(mono_time{207ms + 3s});
  CHECK(time.due == mono_time{207ms + 3s + 100ms});
  time.expire_at(time.due);
  CHECK(measured == std::vector<nanoseconds>{7ms, 3s, 0ns});
}

TEST_CASE("a hold that was over before the probe was due is measured all the same") {
  virtual_clock time;
  std::vector<nanoseconds> measured;
  std::vector<nanoseconds> holds{0ns, 30ms, 2ms};
  const lag_probe probe(
      time,
      [&] {
        const nanoseconds longest = holds.back();
        holds.pop_back();
        return longest;
      },
      [&](nanoseconds lag) { measured.push_back(lag); });
  time.advance(300ms);
  CHECK(measured == std::vector<nanoseconds>{2ms, 30ms, 0ns});
}

TEST_CASE("a probe that is gone measures nothing") {
  virtual_clock time;
  int measured = 0;
  std::make_unique<lag_probe>(time, no_hold, [&](nanoseconds) { ++measured; }).reset();
  time.advance(1s);
  CHECK(measured == 0);
}
