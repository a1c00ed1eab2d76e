// Run ids, as URLs, cursors and GraphQL arguments name them.

#include "canary/core/run_id.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using canary::run_id;
  canary::fuzz::input in(data, size);
  run_id any;
  for (auto& byte : any.bytes) byte = in.byte();
  MUST_HOLD(run_id::parse(any.text()) == any);
  static_cast<void>(any.time());
  const canary::wall_time t{canary::nanoseconds(static_cast<std::int64_t>(in.number()))};
  static_cast<void>(run_id::floor(t));

  const canary::fuzz::exact text(in.rest());
  const auto read = run_id::parse(text.text());
  if (read) MUST_HOLD(run_id::parse(read->text()) == *read);
  return 0;
}
