#include "keep_intervention.hpp"

namespace canary::api {
namespace {

/// A full disk may keep writes waiting for as long as it is full.
constexpr std::chrono::seconds patience{5};

struct waiting {
  result<void> how = error{"it did not take it in time"};
  std::function<void()> done;
  std::unique_ptr<timer> limit;

  void finish() {
    limit->cancel();
    if (const auto call = std::exchange(done, nullptr)) call();
  }
};

}  // namespace

result<void> keep_intervention(exchange& x, const std::string& test) {
  const auto state = std::make_shared<waiting>();
  state->limit = x.on.time.make_timer();
  x.wait([&](std::function<void()> done) {
    state->done = std::move(done);
    state->limit->start(x.on.time.mono() + patience, [each = std::weak_ptr(state)] {
      if (const auto still = each.lock()) still->finish();
    });
    x.on.runs.keep_intervention(test, x.on.tests.intervention_of(test), [state](const result<void>& how) {
      if (!state->done) return;
      state->how = how;
      state->finish();
    });
  });
  if (state->how) return {};
  return error{"this is so now, but a restart of canaryd would forget it, for the database does not keep it (" +
               state->how.error().message + "); asking again tries again"};
}

}  // namespace canary::api
