#include "beside.hpp"
#include "maintained.hpp"
#include "store/inspection.hpp"
#include "store/lmdb.hpp"
#include "store/schema.hpp"
#include "store_fixture.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

namespace {

/// Changes a closed database behind the store's back.
template <class Change>
void spoil(const std::filesystem::path& file, Change change) {
  lmdb::environment env(file, 1ull << 30, table_count);
  lmdb::transaction txn(env, lmdb::transaction::access::write);
  const tables in = open_tables(txn, noon).value();
  change(txn, in);
  txn.commit();
}

}  // namespace

TEST_CASE("verify takes what retention leaves for what it is") {
  fixture f;
  SECTION("a run that passes after retention has been past it") {
    f.options.keep = {.passes = 24h};
    f.open();
    const run_record late = f.start("a", noon);
    f.end(f.start("a", noon + 1h), run_status::passed);
    f.db->remove_expired(noon + 96h, {});
    f.settle();
    REQUIRE(f.db->stats().runs == 1);
    f.end(late, run_status::passed);
  }
  SECTION("runs that are older than their rollups may be") {
    f.options.keep = {.rollups = 24h};
    f.open();
    fill(f);
    f.db->remove_expired(noon + 500 * 24h, {});
    f.settle();
    REQUIRE(f.db->stats().runs == 60);
  }
  f.close();
  CHECK(discrepancies(f.options.file).empty());
}

TEST_CASE("an export takes what its filter lets through") {
  fixture f;
  f.open();
  fill(f);
  f.close();
  const auto count = [&](const export_filter& filter) { return export_all(f.options.file, filter).done.runs; };
  CHECK(count({}) == 60);
  CHECK(count({.tests = {"login"}}) == 20);
  CHECK(count({.tests = {"login", "front page"}}) == 60);
  CHECK(count({.status = run_status::running}) == 8);
  CHECK(count({.tests = {"login"}, .status = run_status::failed}) == 4);
  CHECK(count({.since = noon + 10h}) == 50);
  CHECK(count({.until = noon + 10h}) == 10);
  CHECK(count({.since = noon + 10h, .until = noon + 12h}) == 2);
  const auto unknown = export_runs(f.options.file, {.tests = {"logout"}}, [](std::string_view) { return true; }, {});
  REQUIRE(unknown.has_error());
  CHECK(unknown.error().message == "there is no run of a test named 'logout'");
  const auto stopped = export_runs(f.options.file, {}, [](std::string_view) { return false; }, {}).value();
  CHECK(stopped.stopped);
}

TEST_CASE("an export becomes a file when it is whole, and never takes the database's place") {
  fixture f;
  f.open();
  fill(f);
  f.close();
  const auto file = f.options.file;
  const std::string lines = export_all(file).lines;
  const auto to = f.folder / "runs.jsonl";
  const auto text_of = [](const std::filesystem::path& path) {
    std::ifstream in(path);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  REQUIRE(export_to_file(file, to, false, {}, {}).has_value());
  CHECK((text_of(to) == lines));
  CHECK(export_to_file(file, to, false, {}, {}).error().message ==
        to.string() + " is there already; --force replaces it");
  // What fails leaves the file as it was.
  CHECK(export_to_file(file, to, true, {.tests = {"logout"}}, {}).has_error());
  CHECK((text_of(to) == lines));
  ::chmod(to.c_str(), 0604);
  REQUIRE(export_to_file(file, to, true, {.tests = {"login"}}, {}).value().runs == 20);
  CHECK(text_of(to).size() < lines.size());
  CHECK((std::filesystem::status(to).permissions() == std::filesystem::perms(0604)));

  std::filesystem::create_symlink(file, f.folder / "link");
  for (const char* name : {"canary.db", "link", "./canary.db", "canary.db-lock"}) {
    CAPTURE(name);
    const auto refused = export_to_file(file, f.folder / name, true, {}, {});
    REQUIRE(refused.has_error());
    CHECK(refused.error().message.find(" is the database") != std::string::npos);
  }
  CHECK(export_to_file(file, "/dev/null", true, {}, {}).error().message == "/dev/null is not a regular file");
  CHECK((export_all(file).lines == lines));
  CHECK(!std::filesystem::exists(unfinished_copy(to)));
}

TEST_CASE("figures of a file agree with what was put into it") {
  fixture f;
  f.open();
  fill(f);
  {
    beside other([&](const std::string&) {
      const auto known = read_statistics(f.options.file).value();
      return std::to_string(known.runs) + " " + std::to_string(known.daemon.value_or(0));
    });
    CHECK(other.ask("?") == "60 " + std::to_string(::getpid()));
  }
  f.close();
  const auto known = read_statistics(f.options.file).value();
  CHECK(known.runs == 60);
  CHECK(known.running == 8);
  CHECK(known.failed == 10);
  CHECK(known.passed == 42);
  CHECK(known.interrupted == 0);
  CHECK(known.failures == std::map<failure_class, std::uint64_t>{{failure_class::assertion, 10}});
  CHECK(known.tests == 2);
  CHECK(known.schema == schema_version);
  CHECK(known.created == noon);
  CHECK(known.oldest == noon);
  CHECK(known.newest == noon + 59h);
  CHECK(known.map_bytes >= 10ull << 30);
  CHECK(known.tables.size() == table_count);
  std::uint64_t bytes = 0;
  for (const auto& each : known.tables) bytes += each.bytes;
  CHECK(bytes <= known.used_pages * known.page_bytes);
  CHECK(known.bytes_per_run > 0);
  // What was found unfinished is interrupted, and of that class.
  f.open(noon + 100h);
  f.end(f.start("login", noon + 100h), run_status::skipped);
  f.close();
  const auto later = read_statistics(f.options.file).value();
  CHECK(later.interrupted == 8);
  CHECK(later.running == 0);
  CHECK(later.skipped == 1);
  CHECK(later.passed == 42);
}

TEST_CASE("a file that cannot be read is told of in a sentence") {
  temporary_folder folder;
  std::ofstream(folder / "text") << std::string(10'000, 'x');
  std::ofstream(folder / "empty");
  struct row {
    const char* file;
    const char* said;
  };
  for (const auto& [file, said] : {row{"none", "does not exist"}, row{"text", "is not a database of canaryd's"},
                                   row{"empty", "is empty"}, row{"", "is not a regular file"}}) {
    CAPTURE(file);
    CHECK(read_statistics(folder / file).error().message.find(said) != std::string::npos);
    CHECK(verify_database(folder / file, {}, {}).error().message.find(said) != std::string::npos);
    CHECK(export_runs(folder / file, {}, {}, {}).error().message.find(said) != std::string::npos);
    CHECK(compact_database(folder / file, {}).has_error());
    CHECK(copy_database(folder / file, folder / "copy", {}, {}).has_error());
    CHECK(!std::filesystem::exists(folder / "copy"));
  }
  CHECK(!std::filesystem::exists(folder / "none"));
}

TEST_CASE("verify finds what does not agree, and says what mends it") {
  fixture f;
  f.open();
  fill(f);
  f.close();
  const auto file = f.options.file;
  CHECK(discrepancies(file).empty());
  const run_id gone = run_id::floor(noon + 500h);
  std::string first_run, first_name;
  spoil(file, [&](lmdb::transaction& txn, const tables& in) {
    first_run = lmdb::cursor(txn, in.runs).first()->key;
    first_name = lmdb::cursor(txn, in.names).first()->key;
  });
  struct row {
    const char* table;
    const char* what;
    std::function<void(lmdb::transaction&, const tables&)> change;
  };
  const std::vector<row> rows{
      {"runs", "its record cannot be read", [&](auto& txn, auto& in) { txn.put(in.runs, first_run, "x"); }},
      {"by_test", "the run is missing under key 00000001",
       [&](auto& txn, auto& in) { txn.remove_id(in.recent, key_of(1), first_run); }},
      {"failures", "the run is missing under key 0000000006",
       [&](auto& txn, auto& in) { txn.remove_id(in.failures, key_of(all_tests, 6), first_run); }},
      {"failures", "there is no such run, under key 0000000101",
       [&](auto& txn, auto& in) { txn.add_id(in.failures, key_of(1, 1), key_of(gone)); }},
      {"failures", "the run does not belong under key 0000000101",
       [&](auto& txn, auto& in) { txn.add_id(in.failures, key_of(1, 1), first_run); }},
      {"retries", "there is no such run",
       [&](auto& txn, auto& in) { txn.add_id(in.retries, key_of(1, 2), key_of(gone)); }},
      {"ongoing", "there is no such run", [&](auto& txn, auto& in) { txn.put(in.ongoing, key_of(gone), ""); }},
      {"ongoing", "the run has ended, and is there", [&](auto& txn, auto& in) { txn.put(in.ongoing, first_run, ""); }},
      {"details", "its logs and trace cannot be read",
       [&](auto& txn, auto& in) { txn.put(in.details, first_run, "x"); }},
      {"details", "there is no such run", [&](auto& txn, auto& in) { txn.put(in.details, key_of(gone), "x"); }},
      {"names", "is not the test's", [&](auto& txn, auto& in) { txn.put(in.names, first_name, key_of(9)); }},
      {"tests", "leads to another number", [&](auto& txn, auto& in) { txn.put(in.tests, key_of(77), "x"); }},
      {"hours", "it cannot be read",
       [&](auto& txn, auto& in) { txn.put(in.hours, key_of_span(hour_of(noon), 1), "x"); }},
      {"hours", "it tells of 1 passed, 0 failed, 0 interrupted, and the runs of 0 passed, 1 failed, 0 interrupted",
       [&](auto& txn, auto& in) {
         const std::string other(txn.get(in.hours, key_of_span(hour_of(noon + 3h), 1)).value());
         txn.put(in.hours, key_of_span(hour_of(noon), 1), other);
       }},
      {"hours", "the hour in which the run began has no rollup",
       [&](auto& txn, auto& in) { txn.remove(in.hours, key_of_span(hour_of(noon + 3h), 1)); }},
      {"days", "and its hours of",
       [&](auto& txn, auto& in) {
         const std::string other(txn.get(in.hours, key_of_span(hour_of(noon + 3h), 1)).value());
         txn.put(in.days, key_of_span(day_of_hour(hour_of(noon)), 1), other);
       }},
      {"states", "it cannot be read", [&](auto& txn, auto& in) { txn.put(in.states, key_of(1), "x"); }},
      {"interventions", "it cannot be read", [&](auto& txn, auto& in) { txn.put(in.interventions, key_of(1), "x"); }},
      {"interventions", "there is no such test",
       [&](auto& txn, auto& in) {
         txn.put(in.interventions, key_of(77), {"\x01\x01\x02\xe5", 4});
       }},
  };
  for (const row& r : rows) {
    CAPTURE(r.table, r.what);
    const auto copy = f.folder / "spoiled.db";
    std::filesystem::copy_file(file, copy, std::filesystem::copy_options::overwrite_existing);
    spoil(copy, r.change);
    const auto found = discrepancies(copy);
    bool met = false;
    for (const discrepancy& each : found) {
      if (each.table != r.table || each.what.find(r.what) == std::string::npos) continue;
      met = true;
      CHECK(!each.key.empty());
      CHECK(each.remedy.find("canaryctl db export") != std::string::npos);
    }
    CHECK(met);
    CHECK(found.size() <= 4);
  }
}

TEST_CASE("a backup is a whole database, and takes no other file's place") {
  fixture f;
  f.open();
  fill(f);
  f.close();
  const auto backup = f.folder / "backup.db";
  std::uint64_t told = 0;
  const auto done = copy_database(f.options.file, backup, {}, [&](const progress& at) { told = at.done; }).value();
  CHECK(done.runs == 60);
  CHECK((export_all(backup).lines == export_all(f.options.file).lines));
  CHECK(discrepancies(backup).empty());
  const auto again = copy_database(f.options.file, backup, {}, {});
  REQUIRE(again.has_error());
  CHECK(again.error().message == backup.string() + " is there already; --force replaces it");
  CHECK(copy_database(f.options.file, backup, {.compact = true, .replace = true}, {}).has_value());
  CHECK(copy_database(f.options.file, f.options.file, {.replace = true}, {})
            .error()
            .message.find("is the database itself") != std::string::npos);
  CHECK(!std::filesystem::exists(unfinished_copy(backup)));
  CHECK(!std::filesystem::exists(unfinished_copy(backup).string() + "-lock"));
  CHECK((export_all(backup).lines == export_all(f.options.file).lines));
}

TEST_CASE("a damaged file is not backed up as if it were whole") {
  fixture f;
  f.open();
  fill(f, 300);
  f.close();
  const auto size = std::filesystem::file_size(f.options.file);
  const auto spoiled = f.folder / "spoiled.db", backup = f.folder / "backup.db";
  int refused = 0;
  // Each page's head in turn; LMDB itself notices few. What it does not survive ends the child, as it does canaryctl's.
  for (std::uintmax_t page = 2; page * 4096 < size; ++page) {
    std::filesystem::copy_file(f.options.file, spoiled, std::filesystem::copy_options::overwrite_existing);
    const int descriptor = ::open(spoiled.c_str(), O_RDWR | O_CLOEXEC);
    REQUIRE(::pwrite(descriptor, std::string(16, '\xa5').data(), 16, static_cast<off_t>(page * 4096)) == 16);
    const bool whole = inspect(descriptor, size, {}).what == finding::kind::whole;  // the page is a free one
    ::close(descriptor);
    if (whole) continue;
    CAPTURE(page);
    const pid_t child = ::fork();
    if (child == 0) {
      for (const int signal : {SIGSEGV, SIGBUS, SIGABRT}) std::signal(signal, SIG_DFL);
      const auto done = copy_database(spoiled, backup, {}, {});
      ::_exit(done ? 1 : done.error().message.find("damaged") == std::string::npos ? 2 : 0);
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    if (WIFEXITED(status)) CHECK(WEXITSTATUS(status) == 0);
    refused += WIFEXITED(status) ? 1 : 0;
    CHECK(!std::filesystem::exists(backup));
  }
  CHECK(refused > 10);
}

TEST_CASE("a file that has two names has one lock, and a link stays one when the file is compacted") {
  fixture f;
  const auto link = f.folder / "link.db";
  std::filesystem::create_directory(f.folder / "inner");
  const auto file = f.folder / "inner" / "real.db";
  std::filesystem::create_symlink("inner/real.db", link);  // there is no such file yet
  f.options.file = link;
  f.open();
  fill(f);
  CHECK(std::filesystem::exists(file.string() + "-lock"));
  CHECK(!std::filesystem::exists(link.string() + "-lock"));
  REQUIRE(f.db->compact().has_value());
  f.settle();
  CAPTURE(f.db->last_compaction().why);
  CHECK(f.db->last_compaction().now == compaction::state::done);
  f.close();
  CHECK(std::filesystem::is_symlink(link));
  CHECK(export_all(link).done.runs == 60);
  CHECK(compact_database(link, {}).value().runs == 60);
  CHECK(std::filesystem::is_symlink(link));
  CHECK(export_all(file).done.runs == 60);
  // The target of a backup, likewise.
  std::filesystem::create_symlink("inner/copy.db", f.folder / "copy.db");
  CHECK(copy_database(link, f.folder / "copy.db", {}, {}).value().runs == 60);
  CHECK(std::filesystem::is_regular_file(f.folder / "inner" / "copy.db"));
  for (const auto& entry : std::filesystem::directory_iterator(f.folder.path())) {
    CAPTURE(entry.path());
    CHECK((entry.is_symlink() || entry.is_directory()));
  }
}

TEST_CASE("compacting gives free pages back, and keeps the file's permissions and every run") {
  fixture f;
  f.open();
  fill(f);
  const auto refused = compact_database(f.options.file, {});
  REQUIRE(refused.has_error());
  CHECK(refused.error().message.find("is in use by another canaryd") != std::string::npos);
  f.close();
  spoil(f.options.file, [](lmdb::transaction& txn, const tables& in) {
    for (int i = 0; i < 200; ++i) txn.put(in.meta, "filler " + std::to_string(i), std::string(20'000, 'x'));
  });
  spoil(f.options.file, [](lmdb::transaction& txn, const tables& in) {
    for (int i = 0; i < 200; ++i) txn.remove(in.meta, "filler " + std::to_string(i));
  });
  const std::string before = export_all(f.options.file).lines;
  ::chmod(f.options.file.c_str(), 0604);
  const auto done = compact_database(f.options.file, {}).value();
  CHECK(done.bytes_before > 4'000'000);
  CHECK(done.bytes_after < 1'000'000);
  CHECK(done.bytes_after == std::filesystem::file_size(f.options.file));
  CHECK((std::filesystem::status(f.options.file).permissions() == std::filesystem::perms(0604)));
  CHECK((export_all(f.options.file).lines == before));
  CHECK(read_statistics(f.options.file).value().free_pages == 0);
  CHECK(discrepancies(f.options.file).empty());
  CHECK(!std::filesystem::exists(unfinished_copy(f.options.file)));
  f.open(noon + 100h);
  CHECK(f.db->stats().runs == 60);
}
