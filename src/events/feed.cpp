#include "canary/events/feed.hpp"

namespace canary::events {
namespace {

template <class... F>
struct overloaded : F... {
  using F::operator()...;
};
template <class... F>
overloaded(F...) -> overloaded<F...>;  // Clang before 17 does not find it by itself

std::size_t bytes_of(const run_record& r) { return r.test.size() + r.cause.message.size(); }

std::size_t bytes_of(const content& what) {
  return sizeof(happening) + std::visit(overloaded{[](const run_started& e) { return bytes_of(e.run); },
                                                   [](const run_finished& e) { return bytes_of(e.run); },
                                                   [](const state_changed& e) { return e.test.size(); },
                                                   [](const config_reloaded& e) { return e.error.size(); }},
                                        what);
}

}  // namespace

std::string_view happening::test() const {
  return std::visit(overloaded{[](const run_started& e) -> std::string_view { return e.run.test; },
                               [](const run_finished& e) -> std::string_view { return e.run.test; },
                               [](const state_changed& e) -> std::string_view { return e.test; },
                               [](const config_reloaded&) -> std::string_view { return {}; }},
                    what);
}

feed::feed(const clock& time, feed_limits limits)
    : time_(time),
      limits_(limits),
      era_(static_cast<std::uint64_t>(
          std::chrono::duration_cast<std::chrono::milliseconds>(time.wall().time_since_epoch()).count())) {}

void feed::tell(content what) {
  bytes_ += bytes_of(what);
  kept_.push_back({next(), time_.wall(), std::move(what)});
  while (kept_.size() > limits_.events || (bytes_ > limits_.bytes && kept_.size() > 1)) {
    bytes_ -= bytes_of(kept_.front().what);
    kept_.pop_front();
    ++oldest_;
  }
  if (listener_) listener_();
}

}  // namespace canary::events
