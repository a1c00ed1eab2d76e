// Dates of the API's clients, and of whatever a damaged file holds.

#include "canary/core/time.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace std::chrono;
  canary::fuzz::input in(data, size);
  const canary::wall_time any{nanoseconds(static_cast<std::int64_t>(in.number()))};
  const auto again = canary::parse_rfc3339(canary::format_rfc3339(any));
  const canary::wall_time first = sys_days(1678y / January / 1), end = sys_days(2262y / January / 1);
  MUST_HOLD(again.has_value() == (any >= first && any < end));
  if (again) MUST_HOLD(*again == any);

  const canary::fuzz::exact text(in.rest());
  const auto read = canary::parse_rfc3339(text.text());
  // An offset may lead out of the years that are read.
  if (read && *read >= first && *read < end) MUST_HOLD(canary::parse_rfc3339(canary::format_rfc3339(*read)) == read);
  return 0;
}
