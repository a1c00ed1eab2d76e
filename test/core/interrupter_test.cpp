#include "canary/core/interrupter.hpp"

#include "support/catch.hpp"

#include <memory>
#include <optional>

using namespace canary;

namespace {
const failure ending{failure_class::interrupted, "shutdown"};
}

TEST_CASE("a stop calls each waiter once, and the first reason counts") {
  interrupter run;
  int calls = 0;
  interrupter::waiter a(run, [&] { ++calls; }), b(run, [&] { ++calls; });
  CHECK(!run.stopped());
  run.stop(ending);
  run.stop({failure_class::timeout, "later"});
  CHECK(calls == 2);
  CHECK(run.stopped());
  CHECK(run.reason() == ending);
}

TEST_CASE("a waiter that is gone is not called, nor one that comes after the stop") {
  interrupter run;
  int calls = 0;
  {
    interrupter::waiter gone(run, [&] { ++calls; });
  }
  run.stop(ending);
  interrupter::waiter late(run, [&] { ++calls; });
  run.stop(ending);
  CHECK(calls == 0);
}

TEST_CASE("a hook may destroy its own waiter while the others are still to be called") {
  interrupter run;
  std::string calls;
  std::optional<interrupter::waiter> first, second, third;
  first.emplace(run, [&] { calls += '1', first.reset(); });
  second.emplace(run, [&] { calls += '2', second.reset(); });
  third.emplace(run, [&] { calls += '3', third.reset(); });
  run.stop(ending);
  CHECK(calls == "123");
  CHECK(!first);
  CHECK(!third);
}

TEST_CASE("a hook sees the run as stopped") {
  interrupter run;
  bool seen = false;
  interrupter::waiter w(run, [&] { seen = run.stopped() && run.reason() == ending; });
  run.stop(ending);
  CHECK(seen);
}
