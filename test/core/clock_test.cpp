#include "canary/core/clock.hpp"

#include "support/catch.hpp"

#include <boost/asio/io_context.hpp>

using namespace canary;
using namespace std::chrono_literals;

TEST_CASE("virtual timers expire in order, each at its own time") {
  virtual_clock time;
  std::vector<std::pair<int, mono_time>> seen;
  auto first = time.make_timer(), second = time.make_timer();
  const mono_time start = time.mono();
  second->start(start + 2s, [&] { seen.emplace_back(2, time.mono()); });
  first->start(start + 1s, [&] {
    seen.emplace_back(1, time.mono());
    first->start(start + 3s, [&] { seen.emplace_back(3, time.mono()); });
  });
  time.advance(10s);
  CHECK(seen == std::vector<std::pair<int, mono_time>>{{1, start + 1s}, {2, start + 2s}, {3, start + 3s}});
  CHECK(time.mono() == start + 10s);
}

TEST_CASE("a cancelled timer does not expire, on either clock") {
  virtual_clock time;
  int calls = 0;
  auto cancelled = time.make_timer();
  cancelled->start(time.mono() + 1s, [&] { ++calls; });
  cancelled->cancel();
  time.advance(2s);

  boost::asio::io_context loop;
  const auto real = create_real_clock(loop.get_executor());
  auto destroyed = real->make_timer(), stopped = real->make_timer(), kept = real->make_timer();
  destroyed->start(real->mono(), [&] { ++calls; });
  stopped->start(real->mono(), [&] { ++calls; });
  kept->start(real->mono() + 1ms, [&] { calls += 100; });
  destroyed.reset();
  stopped->cancel();
  loop.run();
  CHECK(calls == 100);
}

TEST_CASE("setting the date moves no timer") {
  virtual_clock time;
  int calls = 0;
  auto alarm = time.make_timer();
  alarm->start(time.mono() + 1s, [&] { ++calls; });
  time.step_wall(24h);
  CHECK(calls == 0);
  time.step_wall(-48h);
  time.advance(1s);
  CHECK(calls == 1);
}
