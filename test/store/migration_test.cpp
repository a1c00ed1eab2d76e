#include "store/migration.hpp"

#include "canary/store/maintenance.hpp"
#include "store/bytes.hpp"
#include "store/recovery.hpp"
#include "store_fixture.hpp"
#include "table_check.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

namespace {

constexpr unsigned old_tables = 7;

/// A run as versions 1 and 2 wrote it: begun with its id's millisecond, test number, 0.18 ms late.
std::string old_record(std::uint8_t version, std::uint32_t number, run_status status, failure_class kind,
                       std::uint32_t attempt, nanoseconds took) {
  byte_writer out;
  out.byte(version);
  out.byte(static_cast<std::uint8_t>(static_cast<unsigned>(status) | static_cast<unsigned>(kind) << 4));
  out.varint(number);
  out.number(0);
  out.number(180'000);
  out.varint(attempt);
  if (status == run_status::running) {
    out.zeros(version == 1 ? 10 : 20);
  } else {
    out.number(took.count());
    out.number(0);
    out.text(kind == failure_class::none ? "" : "why it failed");
    if (version == 2) {
      for (const unsigned used : {60'001u, 196'608u, 2u, 1'403u}) out.varint(used);
    }
  }
  out.end();
  return out.take();
}

/// A file of an older canaryd: runs of several tests through two days, of all outcomes; the last three are running.
void make_old_file(const std::filesystem::path& file, std::uint32_t version, int runs) {
  lmdb::environment env(file, 1 << 30, old_tables);
  lmdb::transaction txn(env, lmdb::transaction::access::write);
  tables in;
  const auto one = lmdb::shape::one_value;
  in.meta = txn.make_table("meta", one);
  in.names = txn.make_table("names", one);
  in.tests = txn.make_table("tests", one);
  in.runs = txn.make_table("runs", one);
  in.by_test = txn.make_table("by_test", lmdb::shape::many_ids);
  in.ongoing = txn.make_table("ongoing", one);
  in.details = txn.make_table("details", one);
  txn.put(in.meta, "format", "canaryd");
  txn.put(in.meta, "schema", key_of(version));
  txn.put(in.meta, "created", std::string(8, '\0'));
  run_id_generator ids;
  for (int i = 0; i < runs; ++i) {
    const run_id id = ids.next(noon + i * (48h / runs));
    const std::uint32_t number = number_test(txn, in, "test " + std::to_string(i % 7));
    const bool running = i >= runs - 3, fails = i % 5 == 0, stopped = i % 31 == 1;
    const auto status = running   ? run_status::running
                        : fails   ? run_status::failed
                        : stopped ? run_status::interrupted
                                  : run_status::passed;
    const auto kind = running   ? failure_class::none
                      : fails   ? static_cast<failure_class>(1 + i / 5 % 9)
                      : stopped ? failure_class::interrupted
                                : failure_class::none;
    const auto as = static_cast<std::uint8_t>(version == 2 && i % 2 == 0 ? 2 : 1);
    const std::uint32_t attempt = i % 40 == 3 ? 2 + i % 3 * 200 : 1;
    txn.put(in.runs, key_of(id), old_record(as, number, status, kind, attempt, 1ms + i * 3us));
    txn.add_id(in.by_test, key_of(number), key_of(id));
    if (running) txn.put(in.ongoing, key_of(id), {});
  }
  txn.commit();
}

}  // namespace

TEST_CASE("a file of an older version gets the tables of this one, filled from its runs") {
  fixture f;
  const auto version = GENERATE(1u, 2u);
  CAPTURE(version);
  make_old_file(f.options.file, version, 5'000);
  std::uint64_t reported = 0;
  f.options.on_migration = [&](std::uint64_t done, std::uint64_t all) {
    CHECK(all == 5'000);
    reported = done;
  };
  f.open(noon + 49h);
  CHECK(reported == 5'000);
  CHECK(f.db->stats().interrupted == 3);
  CHECK(f.db->stats().runs == 5'000);
  const auto failed = f.db->list_runs({.status = run_status::failed, .limit = 1}).value().runs.at(0);
  CHECK(failed.cause.message == "why it failed");
  f.end(f.start("test 3", noon + 49h), run_status::failed);
  f.close();
  CHECK(disagreements(f.options.file) == std::vector<std::string>{});
  reported = 0;
  f.open(noon + 50h);
  CHECK(reported == 0);
}

TEST_CASE("a file of version 3 is marked as of this one, and its runs are not counted again") {
  fixture f;
  f.open();
  for (int i = 0; i < 40; ++i) f.end(f.start("a", noon + i * 1min), i % 4 ? run_status::passed : run_status::failed);
  f.close();
  {
    lmdb::environment env(f.options.file, 1 << 30, table_count);
    lmdb::transaction txn(env, lmdb::transaction::access::write);
    txn.put(open_tables(txn, noon).value().meta, "schema", key_of(3));
    txn.commit();
  }
  std::uint64_t reported = 0;
  f.options.on_migration = [&](std::uint64_t done, std::uint64_t) { reported = done; };
  f.open(noon + 1h);
  CHECK(reported == 0);
  f.end(f.start("a", noon + 1h), run_status::skipped);
  CHECK(f.db->summarize("a", noon - 1h, noon + 2h).value().total.ended() == 41);
  f.close();
  CHECK(disagreements(f.options.file) == std::vector<std::string>{});
  CHECK(read_statistics(f.options.file).value().schema == 4);
}

TEST_CASE("a migration goes on where it was killed") {
  fixture f;
  make_old_file(f.options.file, 2, 30'000);
  for (int life = 0; life < 2; ++life) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
      f.options.on_migration = [](std::uint64_t, std::uint64_t) { ::raise(SIGKILL); };
      f.open(noon + 49h);
      ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WIFSIGNALED(status));
    CHECK(disagreements(f.options.file) != std::vector<std::string>{});
  }
  std::uint64_t first = 0;
  f.options.on_migration = [&](std::uint64_t done, std::uint64_t) {
    if (first == 0) first = done;
  };
  f.open(noon + 49h);
  CHECK(first > 0);
  f.close();
  CHECK(disagreements(f.options.file) == std::vector<std::string>{});
}

TEST_CASE("a migration in slices of any size gives the same tables") {
  fixture f;
  make_old_file(f.options.file, 1, 300);
  {
    lmdb::environment env(f.options.file, 1 << 30, table_count);
    tables in;
    {
      lmdb::transaction txn(env, lmdb::transaction::access::write);
      in = open_tables(txn, noon).value();
      begin_migration(txn, in);
      txn.commit();
    }
    std::uint64_t taken = 0, most = 1;
    while (const std::uint64_t some = migrate_some(env, in, most)) {
      CHECK(some <= most);
      taken += some;
      most = most % 13 + 3;
    }
    CHECK(taken == 300);
  }
  f.open(noon + 49h);
  f.close();
  CHECK(disagreements(f.options.file) == std::vector<std::string>{});
}
