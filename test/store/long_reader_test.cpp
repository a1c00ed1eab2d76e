#include "beside.hpp"
#include "canary/store/maintenance.hpp"
#include "store/reading.hpp"
#include "store_fixture.hpp"

#include <poll.h>

#include <fstream>

using namespace canary;
using namespace canary::store;
using namespace canary::store::testing;
using namespace std::chrono_literals;

namespace {

/// Commits that change much the same pages again and again.
void commit_often(fixture& f, int times) {
  for (int i = 0; i < times; ++i) f.end(f.start("a", noon + 10h), run_status::passed);
}

std::uint64_t growth(fixture& f, const std::function<void()>& work) {
  const std::uint64_t before = f.db->stats().size_bytes;
  work();
  return f.db->stats().size_bytes - before;
}

bool comes_to_be(const std::filesystem::path& file) {
  for (int i = 0; i < 2000 && !std::filesystem::exists(file); ++i) ::poll(nullptr, 0, 5);
  return std::filesystem::exists(file);
}

}  // namespace

TEST_CASE("who reads an export slowly does not make the file grow, as a snapshot that is held would") {
  fixture f;
  f.open();
  run_details details;
  details.logs.push_back({noon, log_level::info, std::string(3000, 'x'), {}});
  for (int i = 0; i < 700; ++i) {
    const run_record run = started(f.ids.next(noon + i * 1s), "a", noon + i * 1s);
    f.db->end_run(ended(run, run_status::passed, 1ms), details, {});
  }
  f.settle();
  const auto mark = f.folder / "stuck";
  beside other([&](const std::string& question) -> std::string {
    if (question == "hold") {
      static std::unique_ptr<reading> held;
      held = std::move(reading::open(f.options.file).value());
      return "held";
    }
    const auto stuck = [&](std::string_view) {
      std::ofstream{mark};
      while (true) ::pause();
      return true;
    };
    return std::to_string(export_runs(f.options.file, {}, stuck, {}).value().runs);
  });
  SECTION("an export that is stuck") {
    other.tell("export");
    REQUIRE(comes_to_be(mark));
    CHECK(growth(f, [&] { commit_often(f, 150); }) < 1'000'000);
  }
  SECTION("a snapshot that is held") {
    REQUIRE(other.ask("hold") == "held");
    CHECK(growth(f, [&] { commit_often(f, 150); }) > 3'000'000);
  }
}
