#include "canary/app/housekeeper.hpp"

#include "support/catch.hpp"

#include <algorithm>

using namespace canary;
using namespace canary::app;
using namespace std::chrono_literals;

namespace {

/// Notes the dates by which it is to remove what is too old, and has one run.
class dated_store final : public store::store {
 public:
  explicit dated_store(wall_time newest) { newest_.id = run_id::floor(newest); }

  void remove_expired(canary::store::retention_date now, std::function<void()>) override {
    dates.push_back(now.date);
    last = now;
  }
  result<std::optional<canary::store::retention_date>> last_expiry() const override { return last; }

  result<canary::store::run_page> list_runs(const canary::store::run_query&) const override {
    return canary::store::run_page{{newest_}, std::nullopt};
  }
  void start_run(const run_record&, completion) override {}
  void end_run(const run_record&, const run_details&, completion) override {}
  result<std::vector<run_record>> list_ongoing(std::size_t) const override { return std::vector<run_record>{}; }
  result<std::optional<run_record>> find_run(const run_id&) const override { return std::optional<run_record>{}; }
  result<std::optional<run_details>> find_details(const run_id&) const override { return std::optional<run_details>{}; }
  result<canary::store::summary> summarize(std::string_view, wall_time since, wall_time until) const override {
    return canary::store::summary{since, until, {}};
  }
  result<canary::store::rollup_page> list_rollups(std::string_view, wall_time, wall_time,
                                                  std::chrono::hours) const override {
    return canary::store::rollup_page{};
  }
  result<std::optional<canary::store::standing>> find_standing(std::string_view) const override {
    return std::optional<canary::store::standing>{};
  }
  canary::store::statistics stats() const override { return {}; }

  std::vector<wall_time> dates;
  std::optional<canary::store::retention_date> last;

  void run_at(wall_time t) { newest_.id = run_id::floor(t); }

 private:
  run_record newest_;
};

struct house {
  virtual_clock time;
  const wall_time begun = time.wall();
  std::vector<std::string> lines;
  logger log{time, [this](std::string line) { lines.push_back(std::move(line)); }, log_format::text};
  dated_store runs{begun};

  wall_time latest() const { return *std::max_element(runs.dates.begin(), runs.dates.end()); }
  bool warned() const {
    return std::any_of(lines.begin(), lines.end(),
                       [](const std::string& line) { return line.find("the clock is ahead") != std::string::npos; });
  }
};

}  // namespace

TEST_CASE("what is too old is removed at once, and again each minute") {
  house h;
  const housekeeper keeps(h.time, h.runs, h.log);
  CHECK(h.runs.dates == std::vector<wall_time>{h.begun});
  h.time.advance(2min);
  CHECK(h.runs.dates == std::vector<wall_time>{h.begun, h.begun + 1min, h.begun + 2min});
  h.time.advance(72h);
  CHECK(h.runs.dates.back() == h.begun + 72h + 2min);
  CHECK(!h.warned());
}

TEST_CASE("a clock that is set ahead removes nothing more before it has been ahead for a day") {
  house h;
  const auto ahead = GENERATE(25h, 365 * 24h);
  const housekeeper keeps(h.time, h.runs, h.log);
  h.time.advance(10min);
  h.time.step_wall(ahead);
  h.time.advance(23h);
  CHECK(h.latest() == h.begun + 23h + 10min);
  CHECK(h.warned());
  SECTION("it is right after all") {
    h.time.advance(2h);
    CHECK(h.latest() == h.begun + ahead + 25h + 10min);
  }
  SECTION("it is set right") {
    h.time.step_wall(-ahead);
    h.time.advance(24h);
    CHECK(h.latest() == h.begun + 47h + 10min);
  }
}

TEST_CASE("a clock that is ahead at the start is not believed, and one that is back is") {
  house h;
  SECTION("ahead") {
    h.time.step_wall(365 * 24h);
    const housekeeper keeps(h.time, h.runs, h.log);
    h.time.advance(1h);
    CHECK(h.latest() == h.begun + 1h);
  }
  SECTION("back") {
    h.time.step_wall(-365 * 24h);
    const housekeeper keeps(h.time, h.runs, h.log);
    h.time.advance(1h);
    CHECK(h.latest() == h.begun - 365 * 24h + 1h);
  }
}

TEST_CASE("a clock that is ahead is not believed for being ahead at a start, too") {
  house h;
  const auto run_for = [&](nanoseconds how_long) {
    const housekeeper keeps(h.time, h.runs, h.log);
    h.time.advance(how_long);
    h.runs.run_at(h.time.wall());
  };
  run_for(1h);
  h.time.step_wall(365 * 24h);
  run_for(1h);
  run_for(1h);
  CHECK(h.latest() == h.begun + 3h);
  SECTION("until it has been told for a day in all") {
    for (int i = 0; i < 23; ++i) run_for(1h);
    CHECK(h.latest() > h.begun + 365 * 24h);
  }
  SECTION("and is forgotten once it is set right") {
    h.time.step_wall(-365 * 24h);
    run_for(30h);
    CHECK(h.latest() == h.begun + 33h);
  }
}
