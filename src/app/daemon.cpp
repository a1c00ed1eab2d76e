#include "canary/app/daemon.hpp"

#include "app/kept_interventions.hpp"
#include "app/lost_file.hpp"
#include "app/past_outcomes.hpp"
#include "canary/api/listener.hpp"
#include "canary/api/origin_check.hpp"
#include "canary/api/server.hpp"
#include "canary/app/daemon_parts.hpp"
#include "canary/app/hold_log.hpp"
#include "canary/app/housekeeper.hpp"
#include "canary/app/lag_probe.hpp"
#include "canary/app/recorder.hpp"
#include "canary/app/service_manager.hpp"
#include "canary/app/translation_news.hpp"
#include "canary/app/version.hpp"
#include "canary/app/web_access.hpp"
#include "canary/run/run_pool.hpp"
#include "canary/script/rester.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/signal_set.hpp>

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <optional>
#include <set>

namespace canary::embedded {
#if defined(CANARY_WITHOUT_PAGE)
std::span<const file> web_assets() { return {}; }
#else
std::span<const file> web_assets();
#endif
}  // namespace canary::embedded

namespace canary::app {
namespace {

class daemon {
 public:
  daemon(const config::options& options, const environment& get)
      : options_(options),
        world_(options, get, options.run_slice),
        sink_(*world_.time, STDOUT_FILENO),
        log_(
            *world_.time, [this](const std::string& line) { sink_.write(line); }, options.log_format,
            options.log_level),
        holds_(*world_.time, log_),
        manager_(*world_.time, get),
        started_at_(world_.time->wall()),
        happenings_(*world_.time),
        counters_(metrics::create_metrics(version(), commit(), started_at_)),
        access_(options, get, *world_.time, log_, *counters_),
        get_(get) {
    sink_.when_dropped([this](std::uint64_t lines) { log_.warn("log lines were lost", {{"lines", lines}}); });
    world_.turns.watch().when_held(options.run_hold_warning, [this](const script::hold& what) { holds_.write(what); });
  }

  int run();

 private:
  bool open_store();
  bool listen();
  void apply(config::configuration loaded);
  void wait_for_signals();
  void reload();
  void reload_for(api::reload_listener done);
  void reloaded(result<config::configuration> loaded);
  void reload_access();
  bool may_start();
  void drain();
  void end_drain_when_idle();
  api::daemon_status status() const;

  const config::options options_;
  script_world world_;
  log_sink sink_;
  logger log_;
  hold_log holds_;
  service_manager manager_;
  wall_time started_at_;
  events::feed happenings_;
  std::unique_ptr<metrics::metrics> counters_;
  web_access access_;
  const environment get_;
  std::unique_ptr<store::store> store_;
  std::optional<recorder> recorder_;
  std::optional<run::run_pool> runs_;
  std::unique_ptr<schedule::scheduler> tests_;
  std::unique_ptr<api::server> server_;
  std::optional<boost::asio::executor_work_guard<boost::asio::io_context::executor_type>> work_;
  std::optional<boost::asio::signal_set> signals_;
  std::optional<lag_probe> lag_;
  std::optional<script::rester> rester_;
  std::optional<housekeeper> housekeeper_;
  std::unique_ptr<timer> drain_check_;
  std::optional<mono_time> drain_until_;
  std::set<std::string> registered_;
  config::configuration configuration_;
  std::optional<wall_time> loaded_at_;
  std::string reload_error_;
  std::optional<interrupter> reload_stop_;
  bool reloading_ = false, reload_again_ = false;
  std::vector<api::reload_listener> reload_heard_by_, next_reload_heard_by_;
};

bool daemon::open_store() {
  store::lmdb_options options;
  options.file = options_.db_file;
  options.max_size = options_.db_max_size;
  options.time = world_.time.get();
  options.on_commit = [this](const store::commit_report& commit) {
    counters_->store_commit(commit.took, commit.writes);
  };
  options.keep = {.passes = options_.db_retention,
                  .failures = options_.db_retention_failures,
                  .rollups = options_.db_retention_rollups,
                  .runs = options_.db_retention_runs,
                  .make_room = true};
  options.durability = options_.db_relaxed ? store::durability::relaxed : store::durability::full;
  options.on_migration = [this](std::uint64_t done, std::uint64_t all) {
    manager_.starting("migrating the database: " + std::to_string(done) + " of " + std::to_string(all) + " runs",
                      std::chrono::minutes{1});
  };
  auto opened = store::open_lmdb_store(options, world_.loop.get_executor(), started_at_, log_);
  if (!opened) return log_.error("the database cannot be used: " + opened.error().message), false;
  store_ = std::move(*opened);
  counters_->observe_store([this] {
    const store::statistics s = store_->stats();
    return metrics::store_figures{s.runs,    s.queue_length,   s.size_bytes,       s.free_bytes,
                                  s.dropped, s.removed.by_age, s.removed.by_count, s.removed.by_size};
  });
  return true;
}

bool daemon::listen() {
  api::services services{*world_.time,
                         log_,
                         *store_,
                         *tests_,
                         *counters_,
                         happenings_,
                         [this] { return status(); },
                         [this] { return !drain_until_; },
                         [this](api::reload_listener done) { reload_for(std::move(done)); },
                         embedded::web_assets(),
                         &access_.control(),
                         access_.tls(),
                         [this](std::function<void()> begin) { world_.give_turn(std::move(begin)); }};
  api::server_options options;
  options.host = options_.listen_host;
  options.port = options_.listen_port;
  options.inherited_socket = manager_.inherited_socket();
  options.allowed_hosts = options_.web_allowed_hosts;
  auto started = api::start_server(world_.loop.get_executor(), services, std::move(options));
  if (!started) return log_.error(started.error().message), false;
  server_ = std::move(*started);
  if (access_.tls() != nullptr) access_.tls()->watch();
  return true;
}

void daemon::apply(config::configuration loaded) {
  std::set<std::string> names;
  std::vector<std::string> added;
  for (const auto& t : loaded.tests) {
    names.insert(t->name);
    if (!registered_.contains(t->name)) added.push_back(t->name);
    counters_->test_added(t->name);
    counters_->test_info(*t);
    const bool paused = t->paused || tests_->intervention_of(t->name).paused_since;
    counters_->test_frequency(t->name, paused ? std::nullopt : std::optional(t->frequency));
  }
  for (const auto& name : registered_) {
    if (names.contains(name)) continue;
    counters_->test_removed(name);
    if (tests_->intervention_of(name).any()) keep_intervention(*store_, name, {}, log_);
  }
  registered_ = std::move(names);
  tests_->load(loaded.tests);
  if (!loaded_at_) restore_interventions(*store_, *tests_, log_);
  for (const auto& name : added) restore_outcomes(*store_, *tests_, *counters_, name, log_);
  loaded_at_ = world_.time->wall();
  reload_error_.clear();
  counters_->config_reloaded(true, *loaded_at_);
  configuration_ = std::move(loaded);
  configuration_.tests.clear();  // the schedule has them
}

void daemon::reload() {
  if (reloading_) {
    reload_again_ = true;
    return;
  }
  reloading_ = true;
  reload_stop_.emplace();
  manager_.reloading();
  try {
    world_.spawn([this](boost::asio::yield_context yield) {
      const auto secrets_before = world_.engine.secrets;
      if (const auto read = world_.load_secrets(); !read) return reloaded(read.error());
      config::loader_options loading = world_.loading(options_);
      loading.translations = translations_in(log_);
      auto loaded =
          config::load_configuration(loading, *world_.time, world_.turns, *world_.vms, log_, *reload_stop_, yield);
      if (!loaded) world_.engine.secrets = secrets_before;
      reloaded(std::move(loaded));
    });
  } catch (const std::bad_alloc&) {
    reloaded(error{"there is no memory for it"});
  }
}

// Whoever asks while one goes on is answered by the next, since the files may have changed after they were read.
void daemon::reload_for(api::reload_listener done) {
  if (drain_until_) return done(error{"the daemon is shutting down"});
  (reloading_ ? next_reload_heard_by_ : reload_heard_by_).push_back(std::move(done));
  reload();
}

void daemon::reloaded(result<config::configuration> loaded) {
  reloading_ = false;
  const auto heard_by = std::exchange(reload_heard_by_, std::exchange(next_reload_heard_by_, {}));
  if (drain_until_) {
    for (const auto& done : heard_by) done(error{"the daemon is shutting down"});
    for (const auto& done : std::exchange(reload_heard_by_, {})) done(error{"the daemon is shutting down"});
    return;
  }
  if (loaded) {
    apply(std::move(*loaded));
    log_.info("configuration reloaded", {{"tests", registered_.size()}});
  } else {
    reload_error_ = loaded.error().message;
    counters_->config_reloaded(false, world_.time->wall());
    log_.error("the configuration cannot be loaded, the one before stays: " + reload_error_);
  }
  reload_access();
  happenings_.tell(events::config_reloaded{reload_error_.empty(), reload_error_, registered_.size()});
  for (const auto& done : heard_by) {
    done(reload_error_.empty() ? result<std::size_t>(registered_.size()) : result<std::size_t>(error{reload_error_}));
  }
  manager_.ready(std::to_string(registered_.size()) + " tests");
  if (std::exchange(reload_again_, false)) reload();
}

void daemon::reload_access() {
  const auto loaded = access_.load();
  if (access_.take_others()) server_->end_streams();
  if (loaded) return;
  log_.error(loaded.error().message + "; what was there before stays");
  counters_->config_reloaded(false, world_.time->wall());
  if (reload_error_.empty()) reload_error_ = loaded.error().message;
}

bool daemon::may_start() {
  const auto hidden = check_exposure(options_, get_, manager_.inherited_socket());
  if (!hidden) return log_.error(hidden.error().message), false;
  const auto tokens = access_.load();
  if (!tokens) return log_.error(tokens.error().message), false;
  return true;
}

void daemon::wait_for_signals() {
  signals_->async_wait([this](const boost::system::error_code& failed, int signal) {
    if (failed) return;
    if (signal == SIGHUP) {
      if (!drain_until_) reload();
    } else {
      log_.info(drain_until_ ? "told to end at once" : "told to end, waiting for what runs",
                {{"signal", signal == SIGTERM ? "SIGTERM" : "SIGINT"}, {"running", tests_->running()}});
      drain();
    }
    wait_for_signals();
  });
}

void daemon::drain() {
  if (drain_until_) {
    drain_until_ = world_.time->mono();
  } else {
    drain_until_ = world_.time->mono() + options_.drain_timeout;
    if (reload_stop_) reload_stop_->stop({failure_class::interrupted, "the daemon is shutting down"});
    manager_.stopping("waiting for " + std::to_string(tests_->running()) + " runs");
    tests_->drain();
  }
  end_drain_when_idle();
}

void daemon::end_drain_when_idle() {
  // What the store cannot write (a full disk, a full map) does not keep the daemon for ever.
  constexpr nanoseconds last_writes = std::chrono::seconds{2};
  const bool written = store_->stats().queue_length == 0 || world_.time->mono() >= *drain_until_ + last_writes;
  if (runs_->size() == 0 && !reloading_ && written) {
    server_->stop();
    signals_->cancel();
    lag_.reset();
    rester_.reset();
    housekeeper_.reset();
    work_.reset();
    // Answers that are under way get a moment; a client that reads slowly does not keep the daemon.
    drain_check_ = world_.time->make_timer();
    drain_check_->start(world_.time->mono() + std::chrono::milliseconds{50}, [this] { world_.loop.stop(); });
    return;
  }
  if (world_.time->mono() >= *drain_until_) {
    tests_->stop_all({failure_class::interrupted, "the daemon is shutting down"});
  }
  if (!drain_check_) drain_check_ = world_.time->make_timer();
  drain_check_->start(world_.time->mono() + std::chrono::milliseconds{10}, [this] { end_drain_when_idle(); });
}

api::daemon_status daemon::status() const {
  return {configuration_.name, std::string(version()), std::string(commit()), started_at_, options_.cfg.string(),
          loaded_at_,          reload_error_.empty(),  reload_error_};
}

int daemon::run() {
  if (!may_start()) return bad_usage;
  auto loaded = world_.load(options_, log_, translations_in(log_));
  if (!loaded) {
    log_.error("the configuration cannot be loaded: " + loaded.error().message);
    return bad_usage;
  }
  if (loaded->tests.empty()) log_.warn("the configuration registers no tests", {{"file", options_.cfg.string()}});
  if (!open_store()) return no_resource;
  const script::fork_report forking = world_.vms->forking();
  counters_->vm_forked(forking.why_not.empty());
  if (forking.why_not.empty()) {
    log_.debug("VMs are forked", {{"image_bytes", forking.image_bytes}, {"addresses", forking.addresses}});
  } else {
    log_.warn("VMs are built one by one, not forked, which costs more of the CPU", {{"why", forking.why_not}});
  }
  recorder_.emplace(
      *store_, *counters_, happenings_, log_, [this](const run_id& id) { tests_->start_stored(id); },
      [this](const run_record& record) { tests_->outcome_stored(record); });
  runs_.emplace(world_.engine, *recorder_);
  run_id_generator ids;
  if (const auto newest = store_->list_runs({.limit = 1}); newest && !newest->runs.empty()) {
    ids.follow(newest->runs.front().id, world_.time->wall());
  }
  tests_ = schedule::create_scheduler(*world_.time, *runs_, ids, *recorder_, {options_.run_max_concurrent});
  if (!listen()) return no_resource;

  world_.loop.restart();
  work_.emplace(boost::asio::make_work_guard(world_.loop));
  signals_.emplace(world_.loop, SIGTERM, SIGINT, SIGHUP);
  wait_for_signals();
  if (world_.vms->forking().why_not.empty()) rester_.emplace(*world_.time, *world_.vms);
  lag_.emplace(
      *world_.time, [this] { return world_.turns.watch().take_longest(); },
      [this](nanoseconds lag) { counters_->loop_lag(lag); });
  apply(std::move(*loaded));
  housekeeper_.emplace(*world_.time, *store_, log_);
  const auto endpoint = server_->endpoint();
  const std::string host =
      endpoint.address().is_v6() ? "[" + endpoint.address().to_string() + "]" : endpoint.address().to_string();
  log_.info("canaryd is ready", {{"url", (access_.tls() != nullptr ? "https://" : "http://") + host + ":" +
                                             std::to_string(endpoint.port()) + "/"},
                                 {"tests", registered_.size()},
                                 {"interrupted", store_->stats().interrupted},
                                 {"version", version()}});
  if (!api::is_loopback(endpoint.address()) && !access_.control().demanded()) {
    log_.warn("the page and the API can be reached from the network by anybody, without authentication");
  }
  manager_.ready(std::to_string(registered_.size()) + " tests");
  manager_.feed_watchdog();

  try {
    script::run_loop(world_.loop, world_.turns);
  } catch (const std::exception& unforeseen) {
    // Unwinding would destroy suspended scripts in mid-flight; what is durable is durable.
    log_.error(std::string("canaryd cannot go on: ") + unforeseen.what());
    sink_.flush(std::chrono::seconds{1});
    std::_Exit(other_failure);
  }
  log_.info("canaryd has ended");
  server_.reset();
  tests_.reset();
  return success;
}

}  // namespace

int run_daemon(const config::options& options, const environment& get) {
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);  // a file at its limit is to the database what a full disk is
  end_where_a_file_is_lost();
  daemon d(options, get);
  return d.run();
}

}  // namespace canary::app
