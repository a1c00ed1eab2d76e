// Files damaged at random, from seeds, by everything that happens to files. Whatever the damage, opening says what is
// wrong, or the database works, perhaps with errors: it never ends the process, neither at once nor by what follows.
#include "store_fixture.hpp"

#include <fstream>
#include <map>
#include <random>

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

namespace {

constexpr std::size_t page = 4096;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

run_details log_of(std::size_t bytes) {
  run_details details;
  details.logs.push_back({noon, log_level::info, std::string(bytes, 'x'), {}});
  return details;
}

/// Trees of several levels, small and large values, many and few runs of a test, and free pages among those in use.
std::string used_file(fixture& f) {
  f.open();
  std::vector<run_record> runs;
  for (int i = 0; i < 1500; ++i) {
    runs.push_back(started(f.ids.next(noon + i * 1ms), "test " + std::to_string(i % 7 == 0 ? i : 0), noon));
    f.db->start_run(runs.back(), nullptr);
    if (i % 100 == 0) f.settle();
  }
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (i % 50 == 0) continue;  // unfinished
    const auto status = i % 3 == 0 ? run_status::failed : run_status::passed;
    f.db->end_run(ended(runs[i], status, 1ms), log_of(i % 10 == 0 ? 9000 : i % 400), nullptr);
    if (i % 100 == 0) f.settle();
  }
  f.settle();
  f.close();
  return read_file(f.options.file);
}

using damage = std::function<void(std::string&, std::mt19937&)>;

std::size_t below(std::mt19937& random, std::size_t bound) { return random() % bound; }

char* page_at(std::string& file, std::size_t number) { return file.data() + number * page; }

const std::map<std::string, damage> damages{
    {"a bit", [](std::string& file,
                 std::mt19937& random) { file[below(random, file.size())] ^= static_cast<char>(1u << random() % 8); }},
    {"twenty bytes",
     [](std::string& file, std::mt19937& random) {
       for (int i = 0; i < 20; ++i) file[below(random, file.size())] = static_cast<char>(random());
     }},
    {"a byte of a head",
     [](std::string& file, std::mt19937& random) {
       page_at(file, below(random, file.size() / page))[random() % 64] ^= static_cast<char>(1 + random() % 255);
     }},
    {"a byte of the header",
     [](std::string& file, std::mt19937& random) {
       page_at(file, random() % 2)[random() % 152] ^= static_cast<char>(1 + random() % 255);
     }},
    {"a run of bytes",
     [](std::string& file, std::mt19937& random) {
       const std::size_t at = below(random, file.size() - 300);
       for (std::size_t i = at; i < at + random() % 300; ++i) file[i] = static_cast<char>(random());
     }},
    {"a page of zeros",
     [](std::string& file, std::mt19937& random) {
       std::fill_n(page_at(file, below(random, file.size() / page)), page, '\0');
     }},
    {"two pages swapped",
     [](std::string& file, std::mt19937& random) {
       char* one = page_at(file, below(random, file.size() / page));
       std::swap_ranges(one, one + page, page_at(file, below(random, file.size() / page)));
     }},
    {"a page in another's place",
     [](std::string& file, std::mt19937& random) {
       const std::string copy(page_at(file, below(random, file.size() / page)), page);
       std::copy(copy.begin(), copy.end(), page_at(file, below(random, file.size() / page)));
     }},
    {"its end missing", [](std::string& file, std::mt19937& random) { file.resize(below(random, file.size())); }},
    {"its headers swapped",
     [](std::string& file, std::mt19937&) { std::swap_ranges(page_at(file, 0), page_at(file, 1), page_at(file, 1)); }},
};

/// All that a daemon does with a database, and more.
void use(fixture& f, store::store& db, std::mt19937& random) {
  std::vector<run_id> ids;
  for (const auto& test : {std::optional<std::string>{}, std::optional<std::string>{"test 0"}}) {
    run_query query{.test = test, .limit = 1000};
    for (int pages = 0; pages < 5; ++pages) {
      const auto listed = db.list_runs(query);
      if (!listed) break;
      for (const run_record& run : listed->runs) ids.push_back(run.id);
      if (!listed->next) break;
      query.before = listed->next;
    }
  }
  for (const run_id& id : ids) {
    static_cast<void>(db.find_run(id));
    static_cast<void>(db.find_details(id));
  }
  static_cast<void>(db.list_ongoing());
  static_cast<void>(db.stats());
  for (int i = 0; i < 30; ++i) {
    const run_record run = started(f.ids.next(noon + 1h), "test " + std::to_string(random() % 2000), noon + 1h);
    db.start_run(run, nullptr);
    db.end_run(ended(run, run_status::passed, 1ms), log_of(random() % 9000), nullptr);
    if (i % 10 == 0) f.settle();
  }
}

}  // namespace

TEST_CASE("no damage to a file ends the process, at its opening or later") {
  fixture f;
  const std::string whole = used_file(f);
  constexpr std::mt19937::result_type seeds = 20;
  int refused = 0;
  for (const auto& [name, apply] : damages) {
    for (std::mt19937::result_type seed = 0; seed < seeds; ++seed) {
      CAPTURE(name, seed);
      std::mt19937 random(seed);
      std::string bad = whole;
      apply(bad, random);
      std::filesystem::remove(f.options.file);
      std::ofstream(f.options.file, std::ios::binary) << bad;
      auto opened = f.try_open();
      if (!opened) {
        const std::string said = opened.error().message;
        CAPTURE(said);
        CHECK(said.find(f.options.file.string()) != std::string::npos);
        CHECK((said.find("restore it from a copy") != std::string::npos ||
               said.find("move it away") != std::string::npos ||
               said.find("another version of LMDB") != std::string::npos));
        CHECK(read_file(f.options.file) == bad);
        ++refused;
      } else {
        use(f, **opened, random);
        opened->reset();
        f.settle();
      }
    }
  }
  CHECK(refused > 50);
  CHECK(refused < 150);
}
