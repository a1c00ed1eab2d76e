#include "app/past_outcomes.hpp"

#include "canary/schedule/test_view.hpp"

#include "support/catch.hpp"

#include <boost/asio/io_context.hpp>

#include <filesystem>

using namespace canary;
using namespace std::chrono_literals;

namespace {

constexpr wall_time start{1'700'000'000s};

/// A store in a folder that goes with it.
struct stored_runs {
  std::filesystem::path folder;
  boost::asio::io_context loop{1};
  virtual_clock time{start};
  logger log{time, [](const std::string&) {}};
  run_id_generator ids;
  std::unique_ptr<store::store> db;

  stored_runs() {
    std::string name = (std::filesystem::temp_directory_path() / "canary-past-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    folder = name;
    store::lmdb_options options;
    options.file = folder / "canary.db";
    db = std::move(store::open_lmdb_store(options, loop.get_executor(), start, log).value());
  }
  ~stored_runs() {
    db.reset();
    std::filesystem::remove_all(folder);
  }

  void add(int minute, run_status status) {
    run_record run;
    run.start_at = start + minute * 1min;
    run.id = ids.next(run.start_at);
    run.test = "t";
    run.status = status;
    run.end_at = run.start_at + 1s;
    run.duration = 1s;
    if (status == run_status::failed) run.cause = {failure_class::dns, "x"};
    db->end_run(run, {}, nullptr);
  }
  std::vector<run_record> past() {
    loop.restart();
    loop.run();
    return app::past_outcomes(*db, "t").value();
  }
};

}  // namespace

TEST_CASE("a row of outcomes that is longer than the strip is told from its first run on") {
  stored_runs s;
  CHECK(s.past().empty());
  for (int i = 0; i < 50; ++i) s.add(i, i == 0 ? run_status::passed : run_status::failed);
  auto past = s.past();
  REQUIRE(past.size() == 50);
  CHECK(past.front().status == run_status::passed);
  for (int i = 50; i < 200; ++i) s.add(i, run_status::failed);
  past = s.past();
  REQUIRE(past.size() == schedule::recent_limit + 2);
  CHECK(past[0].status == run_status::failed);
  CHECK(past[0].start_at == start + 1min);
  CHECK(past[1].start_at == start + 139min);
  CHECK(past.back().start_at == start + 199min);
  s.add(200, run_status::passed);
  past = s.past();
  CHECK(past.size() == schedule::recent_limit + 1);
  CHECK(past[0].start_at == start + 140min);
}
