#include "store/inspection.hpp"

#include "beside.hpp"

#include "store/lmdb.hpp"
#include "store/page_layout.hpp"
#include "store/schema.hpp"
#include "store_fixture.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cstring>
#include <fstream>

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;
namespace layout = canary::store::layout;

namespace {

constexpr std::size_t page = 4096;

template <class T>
T at(const std::string& file, std::size_t place) {
  T value;
  std::memcpy(&value, file.data() + place, sizeof value);
  return value;
}

template <class T>
void put(std::string& file, std::size_t place, T value) {
  std::memcpy(file.data() + place, &value, sizeof value);
}

/// A closed database of some two hundred pages.
std::string make_file(fixture& f) {
  f.open();
  for (int i = 0; i < 60; ++i) {
    for (int j = 0; j < 10; ++j) f.db->start_run(started(f.ids.next(noon), "t", noon), nullptr);
    f.end(f.start("another", noon), run_status::passed, noise(3000, i));
  }
  f.close();
  std::ifstream in(f.options.file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const fixture& f, const std::string& content) {
  std::ofstream(f.options.file, std::ios::binary) << content;
}

finding look(const fixture& f, const std::string& content, const std::function<bool()>& time_is_up = {}) {
  write_file(f, content);
  const int descriptor = ::open(f.options.file.c_str(), O_RDONLY | O_CLOEXEC);
  const finding found = inspect(descriptor, content.size(), time_is_up);
  ::close(descriptor);
  return found;
}

std::size_t newest_meta(const std::string& file) {
  return at<layout::meta_page>(file, page).transaction > at<layout::meta_page>(file, 0).transaction ? page : 0;
}

/// Where a leaf's first value begins.
std::size_t first_value(const std::string& file, std::uint64_t leaf) {
  const std::size_t entry = leaf * page + at<std::uint16_t>(file, leaf * page + sizeof(layout::page_head));
  return entry + sizeof(layout::entry_head) + at<layout::entry_head>(file, entry).key_size;
}

}  // namespace

TEST_CASE("a file that has had another one's lock is whole, though its transactions skip numbers") {
  fixture f, other;
  make_file(f);
  make_file(other);
  for (int i = 0; i < 3; ++i) {  // more transactions in the one than in the other
    other.open();
    for (int j = 0; j < 7; ++j) other.end(other.start("t", noon), run_status::passed);
    other.close();
  }
  const std::filesystem::path lock = f.options.file.string() + "-lock";
  std::filesystem::remove(lock);
  std::filesystem::create_hard_link(other.options.file.string() + "-lock", lock);
  {
    std::unique_ptr<lmdb::environment> kept;
    beside leader([&](const std::string&) {  // keeps the lock, and the number in it
      kept = std::make_unique<lmdb::environment>(other.options.file, 1ull << 30, table_count);
      return "open";
    });
    REQUIRE(leader.ask("open") == "open");
    lmdb::environment env(f.options.file, 1ull << 30, table_count);
    lmdb::transaction txn(env, lmdb::transaction::access::write);
    const tables in = open_tables(txn, noon).value();
    txn.put(in.meta, "x", "y");
    txn.commit();
  }
  std::ifstream in(f.options.file, std::ios::binary);
  const std::string content{std::istreambuf_iterator<char>(in), {}};
  const auto first = at<layout::meta_page>(content, 0).transaction;
  const auto second = at<layout::meta_page>(content, page).transaction;
  CAPTURE(first, second);
  REQUIRE(std::max(first, second) - std::min(first, second) > 1);
  CHECK(look(f, content).where.empty());
  CHECK(look(f, content).what == finding::kind::whole);
}

TEST_CASE("damage is told by its page and its kind") {
  fixture f;
  const std::string whole = make_file(f);
  REQUIRE(look(f, whole).what == finding::kind::whole);
  const std::size_t meta_at = newest_meta(whole);
  const auto meta = at<layout::meta_page>(whole, meta_at);
  const std::size_t trees_at = meta_at + offsetof(layout::meta_page, trees);
  const std::size_t free_root = meta.trees[0].root, table_root = meta.trees[1].root;
  REQUIRE(meta.trees[0].depth == 1);
  const std::size_t free_list = first_value(whole, free_root);
  const auto in_use = [](std::uint64_t number) { return "page " + std::to_string(number) + ": it is in use twice"; };
  struct row {
    const char* name;
    std::function<void(std::string&)> damage;
    std::string says;
  };
  for (const row& r : std::vector<row>{
           {"a transaction that cannot be the newest",
            [&](std::string& file) { ++file[meta_at + offsetof(layout::meta_page, transaction) + 1]; },
            "of no transaction"},
           {"a size without bounds",
            [&](std::string& file) { ++file[meta_at + offsetof(layout::meta_page, last_page) + 3]; },
            "impossible size"},
           {"another kind of list", [&](std::string& file) { ++file[trees_at + offsetof(layout::tree, flags)]; },
            "another kind of file"},
           {"more entries", [&](std::string& file) { ++file[trees_at + 48 + offsetof(layout::tree, entries)]; },
            "another count of entries"},
           {"a tree deeper", [&](std::string& file) { ++file[trees_at + 48 + offsetof(layout::tree, depth)]; },
            "it is of another kind"},
           {"a tree without a root",
            [&](std::string& file) { put(file, trees_at + 48 + offsetof(layout::tree, root), layout::nowhere); },
            "has no root"},
           {"a root outside",
            [&](std::string& file) { put(file, trees_at + 48 + offsetof(layout::tree, root), std::uint64_t{1} << 40); },
            "outside of the file"},
           {"one root for two trees",
            [&](std::string& file) { put(file, trees_at + 48 + offsetof(layout::tree, root), free_root); },
            in_use(free_root)},
           {"a page that is free and in use",
            [&](std::string& file) {
              put<std::uint64_t>(file, free_list, 1);
              put<std::uint64_t>(file, free_list + 8, table_root);
            },
            in_use(table_root)},
           {"free pages without end",
            [&](std::string& file) { put<std::uint64_t>(file, free_list, std::uint64_t{1} << 60); }, "has no end"},
           {"free pages out of order",
            [&](std::string& file) {
              put<std::uint64_t>(file, free_list, 1);
              put<std::uint64_t>(file, free_list + 8, meta.last_page + 1);
            },
            "out of order"},
           {"another page's number", [&](std::string& file) { ++file[table_root * page]; },
            "not the page that should be"},
           {"room that is none",
            [&](std::string& file) { ++file[table_root * page + offsetof(layout::page_head, upper)]; },
            "its bounds are wrong"},
           {"a key that is too long",
            [&](std::string& file) {
              const auto entry = at<std::uint16_t>(file, table_root * page + sizeof(layout::page_head));
              ++file[table_root * page + entry + offsetof(layout::entry_head, key_size) + 1];
            },
            "its bounds are wrong"},
           {"a key out of order",
            [&](std::string& file) {
              const auto entry = at<std::uint16_t>(file, table_root * page + sizeof(layout::page_head));
              file[table_root * page + entry + sizeof(layout::entry_head)] = 'z';
            },
            "out of order"},
       }) {
    CAPTURE(r.name);
    std::string bad = whole;
    r.damage(bad);
    const finding found = look(f, bad);
    CAPTURE(found.where);
    CHECK(found.what == finding::kind::damaged);
    CHECK(found.where.find(r.says) != std::string::npos);
  }
  std::string shorter = whole;
  shorter.resize(whole.size() / 2 / page * page);
  CHECK(look(f, shorter).what == finding::kind::cut_off);
}

TEST_CASE("looking at a file ends when time is up, and the free pages have been looked at by then") {
  fixture f;
  std::string file = make_file(f);
  const auto up = [] { return true; };
  CHECK(look(f, file, up).what == finding::kind::unfinished);
  const auto meta = at<layout::meta_page>(file, newest_meta(file));
  put<std::uint64_t>(file, first_value(file, meta.trees[0].root), std::uint64_t{1} << 60);
  CHECK(look(f, file, up).what == finding::kind::damaged);
}

namespace {

/// Every look at it takes a second.
class hurried_clock final : public clock {
 public:
  wall_time wall() const override { return noon; }
  mono_time mono() const override { return now_ += 1s; }
  nanoseconds cpu() const override { return {}; }
  std::unique_ptr<timer> make_timer() override { return nullptr; }

 private:
  mutable mono_time now_{};
};

}  // namespace

TEST_CASE("damage that nobody had the time to look for is met by errors") {
  fixture f;
  const std::string whole = make_file(f);
  hurried_clock time;
  int met = 0;
  for (std::size_t number = 2; number < whole.size() / page; ++number) {
    CAPTURE(number);
    std::string bad = whole;
    std::fill_n(bad.begin() + static_cast<std::ptrdiff_t>(number * page), page, '\0');
    write_file(f, bad);
    f.options.time = nullptr;
    const bool refused = f.try_open().has_error();
    write_file(f, bad);
    f.options.time = &time;
    const auto opened = f.try_open();
    if (!refused || !opened) continue;
    const auto listed = (*opened)->list_runs({.limit = 1000});
    met += listed.has_error();
    for (const run_record& run : listed ? listed->runs : std::vector<run_record>{}) {
      met += (*opened)->find_details(run.id).has_error();
    }
  }
  CHECK(met > 0);
}
