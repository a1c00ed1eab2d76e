// What is asked of a maintenance, and what a damaged file has of one.

#include "api/maintenance_request.hpp"
#include "fuzz/fuzz.hpp"
#include "store/intervention_codec.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace canary;
  fuzz::input in(data, size);
  const fuzz::exact text(in.rest());
  if (const auto said = store::decode_intervention(text.text())) {
    MUST_HOLD(store::encode_intervention(*said) == text.text());
  }
  constexpr wall_time now{std::chrono::seconds{1'700'000'000}};
  const auto asked = api::parse_maintenance(text.text());
  if (!asked) {
    MUST_HOLD(!asked.error().message.empty());
    return 0;
  }
  const auto window = api::window_of(*asked, now, "");
  if (!window) {
    MUST_HOLD(!window.error().message.empty());
    return 0;
  }
  MUST_HOLD(window->since == now && window->until > now);
  MUST_HOLD(window->until - now <= api::longest_maintenance);
  MUST_HOLD(window->reason.size() <= api::longest_reason);
  const intervention kept{std::nullopt, *window};
  MUST_HOLD(store::decode_intervention(store::encode_intervention(kept)) == kept);
  return 0;
}
