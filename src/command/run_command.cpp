#include "command/run_command.hpp"

#include "canary/app/translation_news.hpp"
#include "canary/command/choice.hpp"
#include "canary/command/exit_code.hpp"
#include "canary/command/json_stream.hpp"
#include "canary/core/small_file.hpp"
#include "command/engine_options.hpp"
#include "command/progress_line.hpp"
#include "command/report_files.hpp"
#include "command/source_watch.hpp"
#include "command/text_reporter.hpp"

#include <boost/asio/signal_set.hpp>

#include <unistd.h>

#include <csignal>
#include <cstdio>

namespace canary::command {
namespace {

void complain(const error& what) { std::fprintf(stderr, "%s\n", what.message.c_str()); }

class control {
 public:
  control(const control_options& options, const app::environment& get)
      : options_(options),
        engine_options_(engine_options(options, get)),
        world_(engine_options_, get, engine_options_.run_slice),
        log_(
            *world_.time, [](const std::string& line) { std::fputs(line.c_str(), stderr); }, log_format::text,
            log_level::info),
        look_(choose_look(facts_of_output(STDOUT_FILENO), options.colour, get)),
        progress_(*world_.time, look_, look_.width > 0 && ::isatty(STDERR_FILENO) != 0 && !options.json) {}

  int run();

 private:
  std::optional<std::vector<chosen_test>> tests();
  config::loaded_script from_script(const std::filesystem::path& path);
  run::run_result execute(const std::shared_ptr<const test>& what, interrupter& stop);
  void run_all(const std::vector<chosen_test>& chosen, run_counts& counts, run_totals& totals);

  const control_options& options_;
  const config::options engine_options_;
  app::script_world world_;
  logger log_;
  const look look_;
  progress_line progress_;
  std::optional<boost::asio::signal_set> signals_;  // what comes between two runs is told to the second
  std::vector<std::shared_ptr<run_reporter>> reporters_;
  run_id_generator ids_;
};

config::loaded_script control::from_script(const std::filesystem::path& path) {
  std::optional<config::loaded_script> loaded;
  world_.complete([&](boost::asio::yield_context yield) {
    loaded = config::load_script(path, options_.timeout, options_.memory_limit, *world_.time, world_.turns, *world_.vms,
                                 world_.cache.get(), yield, app::translations_on_terminal());
  });
  return std::move(*loaded);
}

std::optional<std::vector<chosen_test>> control::tests() {
  if (!options_.scripts.empty()) {
    if (const auto read = world_.load_secrets(); !read) return complain(read.error()), std::nullopt;
    std::vector<chosen_test> chosen;
    for (const auto& path : options_.scripts) {
      auto loaded = from_script(path);
      if (loaded) {
        chosen.push_back({std::move(*loaded)});
      } else {
        for (const auto& problem : loaded.error()) complain({problem.text});
      }
    }
    if (chosen.size() < options_.scripts.size()) return std::nullopt;
    return chosen;
  }
  auto loaded = world_.load(engine_options_, log_, app::translations_on_terminal());
  if (!loaded) return complain(loaded.error()), std::nullopt;
  auto chosen = choose_tests(loaded->tests, options_.grep);
  if (chosen.empty()) {
    std::fprintf(stderr, loaded->tests.empty() ? "%s registers no tests\n" : "no test of %s has a name that matches\n",
                 options_.cfg.c_str());
    return std::nullopt;
  }
  return chosen;
}

run::run_result control::execute(const std::shared_ptr<const test>& what, interrupter& stop) {
  std::optional<run::run_result> done;
  signals_->async_wait([&](const boost::system::error_code& failed, int) {
    if (!failed) stop.stop({failure_class::interrupted, "interrupted from the terminal"});
  });
  world_.complete([&](boost::asio::yield_context yield) {
    world_.turns.wait(yield);
    const run::run_order order{what, ids_.next(world_.time->wall()), run_trigger::command_line, {}};
    run_record record = run::begin_record(*world_.time, order);
    for (const auto& each : reporters_) each->started(record);
    const run::execution_observer observer{[this](const run_record& of, const log_entry& entry) {
      for (const auto& each : reporters_) each->logged(of, entry);
    }};
    done = run::execute(world_.engine, order, *what->code, std::move(record), stop, observer, yield);
    progress_.clear();
    signals_->cancel();
  });
  return std::move(*done);
}

// Those that are to run, in their order, so many times.
void control::run_all(const std::vector<chosen_test>& chosen, run_counts& counts, run_totals& totals) {
  const std::size_t runs = chosen.size() * options_.repeat;
  std::size_t number = 0;
  for (std::uint64_t round = 0; round < options_.repeat; ++round) {
    for (const auto& [what, skipped] : chosen) {
      ++number;
      if (skipped) {
        if (round > 0) continue;
        for (const auto& each : reporters_) each->skipped(*what, "paused");
        ++counts.skipped;
        continue;
      }
      interrupter stop;
      progress_.begin({what->name, number, runs, counts.failed, {}});
      const run::run_result result = execute(what, stop);
      for (const auto& each : reporters_) each->ended(result);
      totals.add(result.details);
      const run_status status = result.record.status;
      ++(status == run_status::passed        ? counts.passed
         : status == run_status::interrupted ? counts.interrupted
         : status == run_status::skipped     ? counts.skipped
                                             : counts.failed);
      if (counts.interrupted > 0 || (options_.fail_fast && counts.failed > 0)) return;
    }
  }
}

int control::run() {
  std::vector<report_file> files = report_files(options_);
  for (const auto& file : files) {
    if (const auto writable = check_writable(file.path); !writable) return complain(writable.error()), bad_usage;
  }
  const auto chosen = tests();
  if (!chosen) return bad_usage;
  signals_.emplace(world_.loop, SIGINT, SIGTERM);
  reporters_.clear();
  const auto show = [](const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
  };
  if (options_.json) {
    reporters_.push_back(std::make_shared<json_stream>(show));
  } else {
    reporters_.push_back(std::make_shared<text_reporter>(look_, show));
  }
  for (const auto& file : files) reporters_.push_back(file.told);

  run_counts counts;
  run_totals totals;
  const mono_time begun = world_.time->mono();
  run_all(*chosen, counts, totals);
  totals.elapsed = world_.time->mono() - begun;
  for (const auto& each : reporters_) each->finished(counts, totals);
  for (const auto& file : files) {
    if (const auto written = write_report(file); !written) return complain(written.error()), other_failure;
  }
  if (counts.interrupted > 0) return stopped_early;
  return counts.failed > 0 && !options_.quiet_failures ? test_failed : success;
}

constexpr std::uint64_t most_source = 4u << 20;

watched_sources sources_of(const control_options& options) {
  watched_sources what{{}, {options.work_dir / options.cfg}, {}};
  if (options.scripts.empty()) {
    what.folders = {options.work_dir, (options.work_dir / options.cfg).parent_path()};
  } else {
    what.files = options.scripts;
    for (const auto& script : options.scripts) {
      what.folders.push_back(std::filesystem::absolute(script).parent_path());
      // It may require what is elsewhere in the folder that canaryctl was started in.
      const auto text = read_small_file(script, most_source);
      if (text && text->find("../") != text->npos) what.folders.emplace_back(".");
    }
  }
  if (!options.env_file.empty()) what.files.push_back(options.env_file);
  for (const auto& written : {options.junit, options.har}) {
    if (!written.empty()) what.not_these.push_back(written);
  }
  return what;
}

// Each time with an engine of its own, as if the program had been started anew.
int run_again_and_again(const control_options& options, const app::environment& get) {
  const look as = choose_look(facts_of_output(STDOUT_FILENO), options.colour, get);
  source_watch watch(sources_of(options));
  for (;;) {
    if (!watch.look_again()) return complain({"the system does not tell of changes to files: inotify"}), other_failure;
    if (as.width > 0 && !options.json) std::fputs("\033[H\033[2J\033[3J", stdout);
    const auto environment = with_env_file(options, get);
    if (!environment) {
      complain(environment.error());
    } else if (control(options, *environment).run() == stopped_early) {
      return stopped_early;
    }
    std::fputs("waiting for a change; Ctrl-C ends\n", stderr);
    if (watch.wait() == source_watch::woken::interrupted) return stopped_early;
  }
}

}  // namespace

int run_tests(const control_options& options, const app::environment& get) {
  std::signal(SIGPIPE, SIG_IGN);
  if (options.watch) return run_again_and_again(options, get);
  const auto environment = with_env_file(options, get);
  if (!environment) return complain(environment.error()), bad_usage;
  return control(options, *environment).run();
}

}  // namespace canary::command
