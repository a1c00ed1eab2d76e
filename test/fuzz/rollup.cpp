// Rollups and standings of tests in a damaged file.

#include "fuzz/fuzz.hpp"
#include "store/rollup_codec.hpp"
#include "store/standing_codec.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace store = canary::store;
  canary::fuzz::input in(data, size);
  const canary::fuzz::exact first(in.bytes(in.number(2))), second(in.rest());
  const auto a = store::decode_rollup(first.text()), b = store::decode_rollup(second.text());
  if (a) {
    // What is read is exactly what would be written.
    MUST_HOLD(store::encode_rollup(*a) == first.text());
    double last = 0;
    for (const double share : {0.0, 0.5, 0.95, 0.99, 1.0}) {
      const auto value = a->durations.quantile(share);
      MUST_HOLD(value.has_value() == (a->durations.count() > 0));
      if (!value) continue;
      MUST_HOLD(value->count() >= 0 && static_cast<double>(value->count()) >= last);
      last = static_cast<double>(value->count());
    }
    if (const auto up = a->uptime()) MUST_HOLD(*up >= 0 && *up <= 1);
    static_cast<void>(a->ended());
  }
  if (a && b) {
    store::rollup one = *a, other = *b;
    one.merge(*b);
    other.merge(*a);
    MUST_HOLD(one == other);
    MUST_HOLD(store::decode_rollup(store::encode_rollup(one)) == one);
  }
  if (const auto standing = store::decode_standing(first.text())) {
    MUST_HOLD(store::decode_standing(store::encode_standing(*standing)) == *standing);
    MUST_HOLD(store::encode_standing(*standing) == first.text());
  }
  return 0;
}
