#include "canary/store/rollup.hpp"

#include "store/rollup_codec.hpp"
#include "store_fixture.hpp"

#include <limits>
#include <random>

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

namespace {

run_record run_of(run_status status, nanoseconds took, failure_class kind = failure_class::none) {
  return ended(started({}, "t", noon), status, took, {kind, ""});
}

rollup sample(unsigned seed, int runs, bool skips = true) {
  std::mt19937 random(seed);
  rollup out;
  for (int i = 0; i < runs; ++i) {
    const auto status = static_cast<run_status>(1 + random() % (skips ? 4 : 3));
    const auto kind = !did_not_pass(status)               ? failure_class::none
                      : status == run_status::interrupted ? failure_class::interrupted
                                                          : static_cast<failure_class>(1 + random() % 9);
    out.add(run_of(status, nanoseconds{random() % 1'000'000'000}, kind));
  }
  return out;
}

}  // namespace

TEST_CASE("a rollup counts outcomes and classes, and measures what ran to its end") {
  rollup r;
  CHECK(!r.uptime());
  r.add(run_of(run_status::running, 0ns));
  CHECK(r == rollup());
  r.add(run_of(run_status::interrupted, 7s, failure_class::interrupted));
  r.add(run_of(run_status::skipped, 9s));
  CHECK(!r.uptime());
  CHECK(r.durations.count() == 0);
  for (int i = 0; i < 8; ++i) r.add(run_of(run_status::passed, 10ms));
  r.add(run_of(run_status::failed, 30ms, failure_class::timeout));
  r.add(run_of(run_status::failed, 30ms, failure_class::dns));
  CHECK(r.passed == 8);
  CHECK(r.failed == 2);
  CHECK(r.interrupted == 1);
  CHECK(r.skipped == 1);
  CHECK(r.ended() == 12);
  CHECK(r.by_class[static_cast<std::size_t>(failure_class::timeout)] == 1);
  CHECK(r.by_class[static_cast<std::size_t>(failure_class::interrupted)] == 1);
  CHECK(r.by_class[0] == 0);
  CHECK(r.uptime() == 0.8);
  CHECK(r.total_duration == 140ms);
  CHECK(r.durations.count() == 10);
}

TEST_CASE("merged rollups are the rollup of all runs") {
  rollup a = sample(1, 50), b = sample(2, 1), c = sample(3, 200);
  rollup left = a, right = b;
  left.merge(b);
  left.merge(c);
  right.merge(c);
  a.merge(right);
  CHECK(left == a);
  CHECK(left.ended() == 251);
  CHECK(left.skipped > 20);
}

TEST_CASE("a rollup comes back from its bytes, which are few") {
  CHECK(decode_rollup(encode_rollup({})) == rollup());
  for (unsigned seed = 0; seed < 50; ++seed) {
    const rollup r = sample(seed, static_cast<int>(seed * seed));
    CHECK(decode_rollup(encode_rollup(r)) == r);
  }
  // Whoever skips nothing is written as ever.
  CHECK(encode_rollup(sample(1, 14, false))[0] == 1);
  CHECK(encode_rollup(sample(1, 14))[0] == 2);
  rollup most;
  most.passed = most.failed = most.interrupted = most.skipped = std::numeric_limits<std::uint64_t>::max();
  most.by_class.fill(most.passed);
  most.by_class[0] = 0;
  most.total_duration = nanoseconds::max();
  most.durations = *quantile_sketch::from({{0, most.passed}, {quantile_sketch::last_index, 2}});
  CHECK(decode_rollup(encode_rollup(most)) == most);
  rollup more = most;
  more.merge(most);
  CHECK(more.passed == most.passed);
  CHECK(more.total_duration == most.total_duration);
  CHECK(encode_rollup(sample(1, 14)).size() < 70);
}

TEST_CASE("a number with more bytes than it needs is none of ours") {
  std::string bytes = encode_rollup({});
  REQUIRE(bytes[1] == '\0');
  CHECK(decode_rollup(bytes).has_value());
  bytes.replace(1, 1, std::string_view("\x80\0", 2));
  CHECK(!decode_rollup(bytes));
}

TEST_CASE("damaged bytes make no rollup, or one that encodes to the same bytes") {
  const std::string whole = encode_rollup(sample(5, 40));
  for (std::size_t size = 0; size < whole.size(); ++size) {
    CAPTURE(size);
    CHECK(!decode_rollup(whole.substr(0, size)));
  }
  CHECK(!decode_rollup(whole + '\0'));
  std::mt19937 random(7);
  int read = 0;
  for (int i = 0; i < 200'000; ++i) {
    std::string bad = whole;
    for (auto n = 1 + random() % 3; n > 0; --n) bad[random() % bad.size()] = static_cast<char>(random());
    if (const auto r = decode_rollup(bad)) {
      ++read;
      static_cast<void>(r->durations.quantile(0.5));
      if (decode_rollup(encode_rollup(*r)) != r) FAIL("it does not come back");
    }
  }
  CHECK(read > 0);
}
