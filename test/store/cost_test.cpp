#include "store/listing.hpp"
#include "store/summarizing.hpp"
#include "store_fixture.hpp"

#include <functional>

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

namespace {

constexpr nanoseconds span_of_runs = 30 * 24h;

/// As many runs of 20 tests in 30 days; one of 50 fails, one of 100 is a second attempt.
void fill(fixture& f, int runs) {
  f.open();
  for (int i = 0; i < runs; ++i) {
    const wall_time at = noon + i * (span_of_runs / runs);
    run_record run = started(f.ids.next(at), "test " + std::to_string(i % 20), at);
    run.attempt = i % 100 == 7 ? 2 : 1;
    const bool fails = i % 50 == 3;
    f.db->end_run(ended(run, fails ? run_status::failed : run_status::passed, 1ms * (1 + i % 500),
                        fails ? failure{failure_class::timeout, "late"} : failure{}),
                  {}, nullptr);
  }
  f.settle();
  f.close();
}

/// Steps that a read of a file takes.
std::uint64_t steps(const fixture& f, const std::function<void(const lmdb::transaction&, const tables&)>& read) {
  lmdb::environment env(f.options.file, 1 << 30, table_count);
  lmdb::transaction txn(env, lmdb::transaction::access::read);
  const tables in = open_tables(txn, {}).value();
  const std::uint64_t before = txn.steps();
  read(txn, in);
  return txn.steps() - before;
}

}  // namespace

TEST_CASE("what a read costs does not grow with what is stored") {
  fixture little, much;
  fill(little, 4'000);
  fill(much, 24'000);
  const auto listing = [](run_query query) {
    return [query](const lmdb::transaction& txn, const tables& in) {
      run_query again = query;
      again.limit = 20;
      const run_page page = list_page(txn, in, again);
      if (page.runs.size() != 20 || !page.next) throw std::runtime_error("not a full page");
    };
  };
  const auto summary_of = [](wall_time since, wall_time until) {
    return [=](const lmdb::transaction& txn, const tables& in) {
      if (read_summary(txn, in, "test 3", since, until).total.ended() == 0) throw std::runtime_error("no runs");
    };
  };
  const wall_time end = noon + span_of_runs;
  struct row {
    const char* name;
    std::function<void(const lmdb::transaction&, const tables&)> read;
    std::uint64_t most;
  };
  for (const row& r : std::vector<row>{
           {"first page of all", listing({}), 25 + 20},
           {"first page of a test", listing({.test = "test 4"}), 50},
           {"first page of failures", listing({.status = run_status::failed}), 65},
           {"first page of a class", listing({.kind = failure_class::timeout}), 65},
           {"failures of a test", listing({.test = "test 3", .status = run_status::failed}), 50},
           {"two tests", listing({.tests = {{"test 4", "test 5"}}}), 55},
           {"second attempts", listing({.attempt = 2}), 65},
           {"a page further back", listing({.test = "test 4", .before = run_id::floor(noon + span_of_runs / 2)}), 50},
           {"a page of a window", listing({.until = noon + span_of_runs / 2}), 45},
           {"summary of 30 days", summary_of(noon, end), 32 + 48 + 10},
           {"summary of 7 days", summary_of(end - 7 * 24h, end), 8 + 48 + 10},
           {"summary of whole hours", summary_of(end - 5h, end), 5 + 100},
       }) {
    CAPTURE(r.name);
    const std::uint64_t few = steps(little, r.read), many = steps(much, r.read);
    CAPTURE(few, many);
    CHECK(many <= r.most);
    CHECK(many <= few + 10);
  }
}
