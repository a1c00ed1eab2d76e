// Durations as flags, config.js and scripts write them.

#include "canary/core/duration.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  canary::fuzz::input in(data, size);
  const canary::nanoseconds any(static_cast<std::int64_t>(in.number()));
  MUST_HOLD(canary::parse_duration(canary::format_duration(any)).value() == any);

  const canary::fuzz::exact text(in.rest());
  const auto read = canary::parse_duration(text.text());
  if (read) MUST_HOLD(canary::parse_duration(canary::format_duration(*read)).value() == *read);
  if (!read) MUST_HOLD(!read.error().message.empty());
  return 0;
}
