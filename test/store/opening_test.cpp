#include "store/lmdb.hpp"
#include "store/schema.hpp"
#include "store_fixture.hpp"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

namespace {

void write_file(const std::filesystem::path& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// The sentence that opening ends with; '' where it succeeds.
std::string refusal(fixture& f) {
  const auto opened = f.try_open();
  return opened ? "" : opened.error().message;
}

bool contains(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// A closed database with `runs` runs that have logs, and `quiet` ones before them that have none.
void make_database(fixture& f, int runs, int quiet = 0) {
  f.open();
  for (int i = 0; i < quiet; ++i) f.db->start_run(started(f.ids.next(noon), "quiet", noon), nullptr);
  f.settle();
  for (int i = 0; i < runs; ++i) {
    const run_record run = started(f.ids.next(noon), "t", noon);
    f.db->start_run(run, nullptr);
    f.db->end_run(ended(run, run_status::passed, 1ms), noise(3000, i), nullptr);
  }
  f.settle();
  f.close();
}

}  // namespace

TEST_CASE("a file that cannot be a database is refused with a sentence that says what to do") {
  fixture f;
  const auto folder = f.folder.path();
  struct row {
    const char* name;
    std::filesystem::path file;
    std::string what, advice;
  };
  write_file(folder / "text", "not a database\n");
  write_file(folder / "long text", std::string(100'000, 'x'));
  write_file(folder / "zeros", std::string(100'000, '\0'));
  std::filesystem::create_directory(folder / "sub");
  REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
  std::filesystem::create_directory(folder / "blocked-lock");
  for (const row& r : std::vector<row>{
           {"no name", "", "no database file is named", "--db.file"},
           {"no folder", folder / "missing" / "canary.db", "there is no folder", "make it"},
           {"a folder", folder / "sub", "is a folder", "--db.file"},
           {"a file as folder", folder / "text" / "canary.db", "not a folder", "--db.file"},
           {"a pipe", folder / "pipe", "is not a regular file", "--db.file"},
           {"a device", "/dev/null", "is not a regular file", "--db.file"},
           {"text", folder / "text", "is not a database of canaryd's", "move it away"},
           {"long text", folder / "long text", "is not a database of canaryd's", "move it away"},
           {"zeros", folder / "zeros", "is not a database of canaryd's", "move it away"},
           {"lock file is a folder", folder / "blocked", "cannot be opened", "blocked-lock"},
       }) {
    CAPTURE(r.name);
    f.options.file = r.file;
    const std::string said = refusal(f);
    CAPTURE(said);
    CHECK(contains(said, r.file.string()));
    CHECK(contains(said, r.what));
    CHECK(contains(said, r.advice));
  }
  CHECK(read_file(folder / "text") == "not a database\n");
}

TEST_CASE("a file that may not be written is refused") {
  fixture f;
  make_database(f, 1);
  ::chmod(f.options.file.c_str(), 0444);
  ::chmod(f.folder.path().c_str(), 0555);
  // Root may write everything, so a child that is somebody else looks.
  int channel[2];
  REQUIRE(::pipe(channel) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    if (::geteuid() == 0 && ::setuid(65534) != 0) ::_exit(1);
    const std::string said = refusal(f);
    ::_exit(::write(channel[1], said.data(), said.size()) < 0);
  }
  ::close(channel[1]);
  std::string said(1000, '\0');
  said.resize(static_cast<std::size_t>(std::max<ssize_t>(0, ::read(channel[0], said.data(), said.size()))));
  ::close(channel[0]);
  ::waitpid(child, nullptr, 0);
  ::chmod(f.folder.path().c_str(), 0755);
  CAPTURE(said);
  CHECK(contains(said, f.options.file.string()));
  CHECK(contains(said, "cannot be written"));
}

TEST_CASE("a second daemon on the same file is refused, and the file is free once the first has gone") {
  fixture f;
  f.open();
  const std::string said = refusal(f);
  CAPTURE(said);
  CHECK(contains(said, f.options.file.string()));
  CHECK(contains(said, "in use by another canaryd or canaryctl (process " + std::to_string(::getpid()) + ");"));
  f.start("t", noon);  // the first is not disturbed
  f.close();
  CHECK(refusal(f) == "");
}

TEST_CASE("an empty file, and one whose making was interrupted, become a database") {
  fixture f;
  SECTION("empty") { write_file(f.options.file, ""); }
  SECTION("without tables") { lmdb::environment(f.options.file, 1 << 20, 8); }
  f.open();
  f.start("t", noon);
  CHECK(f.db->stats().runs == 1);
}

TEST_CASE("another program's LMDB file is refused and left as it was") {
  fixture f;
  const char* table = GENERATE("settings", "meta", "");
  {
    lmdb::environment env(f.options.file, 1 << 20, 8);
    lmdb::transaction txn(env, lmdb::transaction::access::write);
    txn.put(*table != '\0' ? txn.make_table(table, lmdb::shape::one_value) : txn.root_table(), "meta", "value");
    txn.commit();
  }
  const std::string before = read_file(f.options.file);
  const std::string said = refusal(f);
  CAPTURE(table, said);
  CHECK(contains(said, "belongs to another program"));
  CHECK(read_file(f.options.file) == before);
}

TEST_CASE("a newer database is refused, and a damaged version is told") {
  struct row {
    std::string stored, what;
  };
  for (const row& r : std::vector<row>{{key_of(schema_version + 1), "made by a newer canaryd: its version is 5"},
                                       {key_of(0xffffffff), "made by a newer canaryd"},
                                       {key_of(0), "is damaged"},
                                       {"", "is damaged"},
                                       {"12345", "is damaged"}}) {
    CAPTURE(r.what);
    fixture f;
    make_database(f, 1);
    {
      lmdb::environment env(f.options.file, 1 << 20, 8);
      lmdb::transaction txn(env, lmdb::transaction::access::write);
      txn.put(txn.find_table("meta", lmdb::shape::one_value).value(), "schema", r.stored);
      txn.commit();
    }
    const std::string said = refusal(f);
    CAPTURE(said);
    CHECK(contains(said, r.what));
    CHECK(contains(said, "move it away"));
  }
}

TEST_CASE("a database of version 1 is read, and is of this version from then on") {
  fixture f;
  make_database(f, 1);
  const auto meta = [&](lmdb::transaction& txn) { return txn.find_table("meta", lmdb::shape::one_value).value(); };
  const run_id old = run_id::parse("018bcfe5-6800-7000-8000-000000000001").value();
  {
    lmdb::environment env(f.options.file, 1 << 20, 8);
    lmdb::transaction txn(env, lmdb::transaction::access::write);
    txn.put(meta(txn), "schema", key_of(1));
    // Of test 1, passed after 12.345678 ms, as version 1 wrote it.
    txn.put(txn.find_table("runs", lmdb::shape::one_value).value(), key_of(old),
            {"\x01\x01\x01\x80\x89\x0f\x80\x89\x7a\x01\x9c\x85\xe3\x0b\x00\x00\xe5", 17});
    txn.commit();
  }
  f.open();
  const auto read = f.db->find_run(old).value();
  REQUIRE(read);
  CHECK(read->status == run_status::passed);
  CHECK(read->duration == 12'345'678ns);
  CHECK(!read->usage);
  f.close();
  lmdb::environment env(f.options.file, 1 << 20, 8);
  lmdb::transaction txn(env, lmdb::transaction::access::read);
  CHECK(txn.get(meta(txn), "schema") == key_of(schema_version));
}

TEST_CASE("a missing table is told") {
  fixture f;
  {
    lmdb::environment env(f.options.file, 1 << 20, 8);
    lmdb::transaction txn(env, lmdb::transaction::access::write);
    const auto meta = txn.make_table("meta", lmdb::shape::one_value);
    txn.put(meta, "format", "canaryd");
    txn.put(meta, "schema", key_of(1));
    txn.make_table("names", lmdb::shape::many_ids);  // of the wrong shape
    txn.commit();
  }
  CHECK(contains(refusal(f), "its table 'names' is missing; restore it from a copy"));
}

TEST_CASE("a file cut off anywhere is refused and left as it was, unless nothing is lost") {
  fixture f;
  make_database(f, 30);
  const std::string whole = read_file(f.options.file);
  REQUIRE(whole.size() > 100'000);
  int refused = 0;
  for (std::size_t size = whole.size() - 1; size > 0; size = size > 40'000 ? size - 1'489 : size / 2) {
    if (size % 3 == 0) size = size / 4096 * 4096;
    if (size == 0) break;
    CAPTURE(size);
    write_file(f.options.file, whole.substr(0, size));
    f.lines.clear();
    if (auto opened = f.try_open()) {
      const auto runs = (*opened)->list_runs({.test = "t"}).value().runs;
      REQUIRE(runs.size() == 30);
      for (int i = 0; i < 30; ++i) {
        const auto logs = (*opened)->find_details(runs[static_cast<std::size_t>(29 - i)].id).value()->logs;
        REQUIRE(logs.at(0).message == noise(3000, i).logs.at(0).message);
      }
      continue;
    } else {
      const std::string& said = opened.error().message;
      CAPTURE(said);
      REQUIRE((contains(said, "is cut off") || contains(said, "is damaged") || contains(said, "is not a database")));
      REQUIRE(std::filesystem::file_size(f.options.file) == size);
      ++refused;
    }
  }
  CHECK(refused > 40);
  write_file(f.options.file, whole);
  CHECK(refusal(f) == "");
}

TEST_CASE("a file that lost the last of its logs is refused, though its first pages are there") {
  fixture f;
  make_database(f, 5, 200);
  // Small commits write the trees into pages that were freed near the beginning; logs of some size go to the end.
  f.open();
  for (int i = 0; i < 10; ++i) {
    f.end(f.start("t", noon), run_status::passed, i % 3 == 0 ? noise(20'000, i) : run_details{});
  }
  for (int i = 0; i < 10; ++i) f.end(f.start("t", noon), run_status::passed);
  f.close();
  const std::string whole = read_file(f.options.file);
  for (std::size_t pages = 1; pages < 5; ++pages) {
    const std::size_t size = whole.size() - pages * 4096;
    write_file(f.options.file, whole.substr(0, size));
    const std::string said = refusal(f);
    CAPTURE(pages, said);
    CHECK(contains(said, "is cut off"));
    CHECK(std::filesystem::file_size(f.options.file) == size);
  }
}

TEST_CASE("a file that lacks only pages that hold nothing is whole") {
  fixture f;
  make_database(f, 3);
  // The last page of the file is one that was freed: the header of the newer of both metas counts one page more.
  const std::string whole = read_file(f.options.file);
  constexpr std::size_t page = 4096, last_page_at = 16 + 24 + 2 * 48, transaction_at = last_page_at + 8;
  std::string longer = whole;
  const std::size_t newest = longer[page + transaction_at] > longer[transaction_at] ? page : 0;
  ++longer[newest + last_page_at];
  write_file(f.options.file, longer);
  CHECK(refusal(f) == "");
  CHECK(std::filesystem::file_size(f.options.file) > whole.size());
}

TEST_CASE("a header that cannot be is refused") {
  fixture f;
  make_database(f, 3);
  const std::string whole = read_file(f.options.file);
  struct row {
    const char* name;
    std::size_t at;
    std::string bytes;
    std::string what;
  };
  for (const row& r : std::vector<row>{
           {"magic", 16, "xxxx", "is not a database of canaryd's"},
           {"format", 20, std::string("\x02\0\0\0", 4), "another version of LMDB"},
           {"page size 0", 40, std::string(4, '\0'), "is damaged"},
           {"page size 3", 40, std::string("\x03\0\0\0", 4), "is damaged"},
           {"page size 4 GiB", 40, std::string(4, '\xff'), "is damaged"},
           {"second header", 4096 + 16, "xxxx", "is damaged"},
           {"second page size", 4096 + 40, std::string("\0\x20\0\0", 4), "is damaged"},
           {"size past all", 136, std::string(7, '\xff') + '\x7f', "is damaged"},
       }) {
    CAPTURE(r.name);
    std::string bad = whole;
    bad.replace(r.at, r.bytes.size(), r.bytes);
    if (r.at == 136) bad.replace(4096 + 136, 8, r.bytes);
    write_file(f.options.file, bad);
    const std::string said = refusal(f);
    CAPTURE(said);
    CHECK(contains(said, r.what));
  }
}

TEST_CASE("a page lost to zeros is told where it was in use, and missed by nobody where it was free") {
  fixture f;
  make_database(f, 20, 500);
  const std::string whole = read_file(f.options.file);
  constexpr std::size_t page = 4096;
  int refused = 0, unharmed = 0;
  for (std::size_t at = 2 * page; at < whole.size(); at += page) {
    CAPTURE(at);
    std::string bad = whole;
    bad.replace(at, page, page, '\0');
    write_file(f.options.file, bad);
    auto opened = f.try_open();
    if (!opened) {
      CHECK(contains(opened.error().message, f.options.file.string()));
      ++refused;
      continue;
    }
    ++unharmed;
    const auto listed = (*opened)->list_runs({.test = "t", .limit = 1000}).value();
    CHECK(listed.runs.size() == 20);
    for (const run_record& run : listed.runs) CHECK((*opened)->find_details(run.id).value());
    opened->reset();
    f.settle();
  }
  CHECK(refused > 0);
  CHECK(unharmed > 0);
}
