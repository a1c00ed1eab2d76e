#include "bench/world.hpp"

#include <fcntl.h>
#include <unistd.h>
#include "canary/script/rester.hpp"

#include <cstdlib>
#include <stdexcept>

namespace canary::bench {
namespace {

config::options placed(config::options options, const scratch_folder& in) {
  options.work_dir = in.path();
  options.db_file = in.path() + "/canary.db";
  return options;
}

// What the machine's environment says, of proxies say, is not to change what is measured.
const char* no_environment(const char*) { return nullptr; }

}  // namespace

// What is wanted, and how far it has come.
struct world::target {
  const test_list& what;
  std::uint64_t count;
  mono_time end;
  std::uint64_t begun = 0, durable = 0;
  std::string problem;
};

config::options world::quiet() {
  config::options options;
  options.log_level = log_level::warn;
  return options;
}

world::world(config::options options, const scratch_folder& folder)
    : folder_(folder),
      options_(placed(std::move(options), folder_)),
      scripts_(options_, no_environment, options_.run_slice),
      null_(::open("/dev/null", O_WRONLY | O_CLOEXEC)),
      sink_(*scripts_.time, null_),
      log_(
          *scripts_.time, [this](const std::string& line) { sink_.write(line); }, options_.log_format,
          options_.log_level),
      counters_(metrics::create_metrics("bench", "", scripts_.time->wall())),
      happenings_(*scripts_.time) {
  // What cannot be forked here must not be measured under that name.
  const std::string why_not = scripts_.vms->forking().why_not;
  if (options_.run_fork && !why_not.empty()) throw std::runtime_error("VMs are not forked: " + why_not);
  store::lmdb_options stored_as;
  stored_as.file = options_.db_file;
  stored_as.max_size = options_.db_max_size;
  stored_as.time = scripts_.time.get();
  stored_as.on_commit = [this](const store::commit_report& commit) {
    counters_->store_commit(commit.took, commit.writes);
  };
  auto opened = store::open_lmdb_store(stored_as, scripts_.loop.get_executor(), scripts_.time->wall(), log_);
  if (!opened) throw std::runtime_error(opened.error().message);
  store_ = std::move(*opened);
  recorder_ = std::make_unique<app::recorder>(*store_, *counters_, happenings_, log_,
                                              [this](const run_record& r) { stored(r); });
  runs_ = std::make_unique<run::run_pool>(scripts_.engine, *recorder_);
}

world::~world() {
  store_.reset();
  ::close(null_);
}

test_list world::load(const std::string& script, std::size_t count, const std::string& settings) {
  folder_.write("canary.js", script);
  folder_.write(options_.cfg, settings + "for (var i = 0; i < " + std::to_string(count) +
                                  "; ++i) register_test({ name: 'canary ' + i, frequency: '1h', timeout: '10m' }, "
                                  "file('canary.js'));");
  auto loaded = scripts_.load(options_, log_);
  if (!loaded) throw std::runtime_error(loaded.error().message);
  for (const auto& t : loaded->tests) counters_->test_added(t->name);
  return loaded->tests;
}

void world::order(target& to) {
  if (to.begun >= to.count || scripts_.time->mono() >= to.end) return;
  const auto& next = to.what[to.begun++ % to.what.size()];
  runs_->start({next, ids_.next(scripts_.time->wall()), run_trigger::schedule, {}},
               [this, &to](const run_record& ended) {
                 if (ended.status != run_status::passed) to.problem = ended.cause.message;
                 order(to);
               });
}

void world::stored(const run_record&) {
  if (target_ == nullptr) return;
  ++target_->durable;
  if (target_->durable == target_->begun && runs_->size() == 0) scripts_.loop.stop();
}

cost world::run(const test_list& what, std::size_t in_flight, std::uint64_t count) {
  return run_until(what, in_flight, count, mono_time::max());
}

cost world::run_for(const test_list& what, std::size_t in_flight, nanoseconds how_long) {
  return run_until(what, in_flight, UINT64_MAX, scripts_.time->mono() + how_long);
}

cost world::run_until(const test_list& what, std::size_t in_flight, std::uint64_t count, mono_time end) {
  target to{.what = what, .count = count, .end = end, .problem = {}};
  target_ = &to;
  const mono_time began = scripts_.time->mono();
  const nanoseconds cpu_before = cpu_time();
  const auto work = boost::asio::make_work_guard(scripts_.loop);
  const script::rester rester(*scripts_.time, *scripts_.vms);
  scripts_.loop.restart();
  for (std::size_t i = 0; i < in_flight; ++i) order(to);
  script::run_loop(scripts_.loop, scripts_.turns);
  target_ = nullptr;
  if (!to.problem.empty()) throw std::runtime_error("a run failed: " + to.problem);
  if (const auto lost = store_->stats().dropped) throw std::runtime_error(std::to_string(lost) + " writes were lost");
  return {to.durable, scripts_.time->mono() - began, cpu_time() - cpu_before};
}

void world::begin(const test_list& what, std::size_t count, const std::function<bool()>& ready) {
  std::string problem;
  const std::uint64_t wanted = store_->stats().runs + count;
  for (std::size_t i = 0; i < count; ++i) {
    runs_->start({what[i % what.size()], ids_.next(scripts_.time->wall()), run_trigger::schedule, {}},
                 [&](const run_record& ended) {
                   problem = "a run ended: " + ended.cause.message;
                   scripts_.loop.stop();
                 });
  }
  const auto work = boost::asio::make_work_guard(scripts_.loop);
  const script::rester rester(*scripts_.time, *scripts_.vms);
  const nanoseconds settling = std::chrono::milliseconds{500 + count / 2};
  mono_time settled{};
  const auto glance = scripts_.time->make_timer();
  std::function<void()> look = [&] {
    const auto stored = store_->stats();
    // Those that wait get the time to rest (see canary/script/rester.hpp).
    if (stored.runs < wanted || stored.queue_length > 0 || !ready()) settled = scripts_.time->mono() + settling;
    if (scripts_.time->mono() > settled) return scripts_.loop.stop();
    glance->start(scripts_.time->mono() + std::chrono::milliseconds{20}, look);
  };
  look();
  scripts_.loop.restart();
  script::run_loop(scripts_.loop, scripts_.turns);
  if (!problem.empty()) throw std::runtime_error(problem);
}

void world::in_coroutine(const std::function<void(boost::asio::yield_context)>& work) {
  scripts_.spawn(work);
  scripts_.loop.restart();
  script::run_loop(scripts_.loop, scripts_.turns);
}

}  // namespace canary::bench
