#include "canary/store/maintenance.hpp"

#include "beside.hpp"
#include "doomed_child.hpp"
#include "store/reading.hpp"
#include "store_fixture.hpp"
#include "table_check.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <map>
#include <random>

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

namespace {

using state = compaction::state;

/// Pages that were in use once, and are free now.
void leave_free_pages(const std::filesystem::path& file, int kilobytes) {
  lmdb::environment env(file, 1ull << 30, table_count);
  tables in;
  for (const bool fill : {true, false}) {
    lmdb::transaction txn(env, lmdb::transaction::access::write);
    in = open_tables(txn, noon).value();
    const std::string key = "filler";
    if (fill) txn.put(in.meta, key, std::string(static_cast<std::size_t>(kilobytes) * 1024, 'x'));
    if (!fill) txn.remove(in.meta, key);
    txn.commit();
  }
}

std::string count_runs(reading& from) {
  from.renew();
  return std::to_string(from.txn().count(from.in().runs));
}

}  // namespace

TEST_CASE("a file in use is made smaller, and goes on being used") {
  fixture f;
  f.open();
  f.close();
  leave_free_pages(f.options.file, 4096);
  f.open();
  for (int i = 0; i < 20; ++i) f.end(f.start("a", noon + i * 1min), run_status::passed);
  const run_record unfinished = f.start("a", noon + 1h);
  const auto before = f.ids_of({});
  std::unique_ptr<reading> kept;
  beside other([&](const std::string& question) {
    if (question != "again") {
      kept.reset();
      kept = std::move(reading::open(f.options.file).value());
    }
    return count_runs(*kept);
  });
  CHECK(other.ask("open") == "21");
  CHECK(f.db->last_compaction().now == state::none);

  REQUIRE(f.db->compact().has_value());
  CHECK(f.db->last_compaction().now == state::copying);
  CHECK(f.db->compact().error().message == "the database is being compacted already");
  // Writes wait for it, and reads do not.
  run_record late = started(f.ids.next(noon + 2h), "b", noon + 2h);
  result<void> written = error{"not called"};
  f.db->start_run(late, [&](const result<void>& r) { written = r; });
  CHECK(f.ids_of({}) == before);
  f.settle();
  CHECK(written.has_value());
  const compaction done = f.db->last_compaction();
  CAPTURE(done.why);
  REQUIRE(done.now == state::done);
  CHECK(done.bytes_before > 4'000'000);
  CHECK(done.bytes_after < 200'000);
  CHECK(done.bytes_expected > 0);
  CHECK(f.logged("database: compacted"));
  CHECK(f.db->stats().runs == 22);
  f.end(unfinished, run_status::failed);

  // Who read the file before reads on in it as it was; who comes now gets the new one.
  const std::string as_it_was = other.ask("again");
  f.start("a", noon + 2h);
  CHECK(other.ask("again") == as_it_was);
  CHECK(other.ask("anew") == "23");
  CHECK(f.try_open().error().message.find("is in use by another canaryd") != std::string::npos);
  CHECK(!std::filesystem::exists(unfinished_copy(f.options.file)));
  CHECK(!std::filesystem::exists(unfinished_copy(f.options.file).string() + "-lock"));

  SECTION("again and again") {
    for (int i = 0; i < 5; ++i) {
      REQUIRE(f.db->compact().has_value());
      f.settle();
      REQUIRE(f.db->last_compaction().now == state::done);
      f.end(f.start("c", noon + 3h + i * 1min), run_status::passed);
    }
    CHECK(f.db->stats().runs == 28);
  }
  const auto last = f.ids_of({});
  f.close();
  CHECK(disagreements(f.options.file).empty());
  f.open(noon + 100h);
  CHECK(f.ids_of({}) == last);
}

TEST_CASE("a compaction that cannot be done leaves all as it was") {
  fixture f;
  f.open();
  f.end(f.start("a", noon), run_status::passed);
  const auto copied = unfinished_copy(f.options.file);
  std::filesystem::create_directory(copied);
  REQUIRE(f.db->compact().has_value());
  f.settle();
  CHECK(f.db->last_compaction().now == state::failed);
  CHECK(f.db->last_compaction().why.find("cannot be made") != std::string::npos);
  CHECK(f.logged("database: cannot be compacted"));
  f.end(f.start("a", noon + 1h), run_status::passed);
  std::filesystem::remove(copied);
  REQUIRE(f.db->compact().has_value());
  f.settle();
  CHECK(f.db->last_compaction().now == state::done);
  CHECK(f.db->stats().runs == 2);
}

TEST_CASE("a compaction does not take the place of another database that has got the file's name") {
  fixture f, other;
  f.open();
  f.end(f.start("a", noon), run_status::passed);
  other.open();
  for (int i = 0; i < 3; ++i) other.end(other.start("b", noon), run_status::passed);
  other.close();
  const auto aside = f.options.file.string() + "-aside";
  std::filesystem::rename(f.options.file, aside);
  std::filesystem::rename(other.options.file, f.options.file);
  REQUIRE(f.db->compact().has_value());
  f.settle();
  CHECK(f.db->last_compaction().now == state::failed);
  CHECK(f.db->last_compaction().why.find("another one by now") != std::string::npos);
  std::filesystem::rename(f.options.file, other.options.file);
  other.open();
  CHECK(other.db->stats().runs == 3);
  // With its name, it is compacted again.
  std::filesystem::rename(aside, f.options.file);
  REQUIRE(f.db->compact().has_value());
  f.settle();
  CHECK(f.db->last_compaction().now == state::done);
  CHECK(f.db->stats().runs == 1);
}

TEST_CASE("a compaction gives way to a store that closes, and to too many writes that wait") {
  fixture f;
  f.options.max_queue = 4;
  f.open();
  const run_record run = f.start("a", noon);
  REQUIRE(f.db->compact().has_value());
  std::size_t stored = 0;
  std::uint64_t runs = 1;
  run_status outcome = run_status::interrupted;
  const auto count = [&](const result<void>& r) { stored += r ? 1 : 0; };
  SECTION("closes") {
    f.db->end_run(ended(run, run_status::passed, 1ms), {}, count);
    f.close();
    f.settle();
    CHECK(stored == 1);
    outcome = run_status::passed;
  }
  SECTION("too many") {
    for (int i = 0; i < 3; ++i) f.db->start_run(started(f.ids.next(noon), "b", noon), count);
    f.settle();
    CHECK(stored == 3);
    CHECK(f.db->last_compaction().now != state::copying);
    runs = 4;
    f.close();
  }
  f.open(noon + 1h);
  CHECK(f.db->stats().runs == runs);
  CHECK(f.db->find_run(run.id).value().value().status == outcome);
  CHECK(!std::filesystem::exists(unfinished_copy(f.options.file)));
}

namespace {

struct acknowledgement {
  run_status outcome;
  run_id id;
};

/// Ends runs and compacts the file, both without a pause, until it is killed. Called in the child.
[[noreturn]] void write_and_compact_until_killed(const lmdb_options& options, int pipe, wall_time now) {
  boost::asio::io_context loop{1};
  virtual_clock time{now};
  const logger log(time, [](std::string) {});
  auto opened = open_lmdb_store(options, loop.get_executor(), now, log);
  if (!opened) ::_exit(1);
  store::store& db = **opened;
  run_id_generator ids;
  std::function<void(int)> one_run = [&](int lane) {
    now += 1ms;
    const run_record run = started(ids.next(now), "test " + std::to_string(lane), now);
    const auto outcome = run.id.bytes[15] % 2 == 0 ? run_status::passed : run_status::failed;
    db.start_run(run, {});
    db.end_run(ended(run, outcome, 1ms), {}, [&, id = run.id, outcome, lane](const result<void>& r) {
      const acknowledgement line{outcome, id};
      if (r && ::write(pipe, &line, sizeof line) != sizeof line) ::_exit(2);
      if (db.last_compaction().now != state::copying) static_cast<void>(db.compact());
      one_run(lane);
    });
  };
  for (int lane = 0; lane < 8; ++lane) one_run(lane);
  loop.run();
  ::_exit(3);
}

}  // namespace

TEST_CASE("a process killed at any moment of a compaction loses nothing that it had acknowledged") {
  fixture f;
  f.open();
  f.close();
  leave_free_pages(f.options.file, 512);
  const auto seed = std::random_device{}();
  CAPTURE(seed);
  std::mt19937 random(seed);
  std::map<run_id, run_status> outcomes;
  int left_behind = 0;
  for (int life = 0; life < 25; ++life) {
    const wall_time now = noon + life * 1h;
    doomed_child<acknowledgement> child([&](int pipe) { write_and_compact_until_killed(f.options, pipe, now); });
    // The moment: after so many acknowledgements and some microseconds, wherever that is in a compaction.
    std::size_t left = random() % 200;
    volatile std::uint64_t spin = random() % 2'000'000;
    acknowledgement line;
    for (bool killed = false; child.read(line);) {
      outcomes.emplace(line.id, line.outcome);
      if (killed || left-- > 0) continue;
      while (spin > 0) spin = spin - 1;
      child.kill();
      killed = true;
    }
    const int status = child.wait();
    CAPTURE(life, status);
    REQUIRE(WIFSIGNALED(status));
    left_behind += std::filesystem::exists(unfinished_copy(f.options.file)) ? 1 : 0;
    f.open(now + 30min);
    CHECK(!std::filesystem::exists(unfinished_copy(f.options.file)));
    f.close();
  }
  CHECK(left_behind > 0);  // some were killed in the midst of it
  CHECK(disagreements(f.options.file).empty());
  f.open(noon + 100h);
  CHECK(outcomes.size() > 1000);
  for (const auto& [id, outcome] : outcomes) {
    CAPTURE(id.text());
    const auto stored = f.db->find_run(id).value();
    REQUIRE(stored.has_value());
    REQUIRE(stored->status == outcome);
  }
}
