// Sizes as flags and config.js write them.

#include "canary/core/byte_size.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  canary::fuzz::input in(data, size);
  const std::uint64_t any = in.number();
  MUST_HOLD(canary::parse_byte_size(canary::format_byte_size(any)).value() == any);

  const canary::fuzz::exact text(in.rest());
  const auto read = canary::parse_byte_size(text.text());
  if (read) MUST_HOLD(canary::parse_byte_size(canary::format_byte_size(*read)).value() == *read);
  if (!read) MUST_HOLD(!read.error().message.empty());
  return 0;
}
