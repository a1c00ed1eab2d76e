#include "command/run_command.hpp"

#include "canary/command/choice.hpp"
#include "canary/command/exit_code.hpp"
#include "canary/command/report.hpp"
#include "command/engine_options.hpp"

#include <boost/asio/signal_set.hpp>

#include <unistd.h>

#include <csignal>
#include <cstdio>

namespace canary::command {
namespace {

class control {
 public:
  control(const control_options& options, const app::environment& get)
      : options_(options),
        engine_options_(engine_options(options)),
        world_(engine_options_, get, engine_options_.run_slice),
        log_(
            *world_.time, [](const std::string& line) { std::fputs(line.c_str(), stderr); }, log_format::text,
            log_level::info),
        look_(choose_look(facts_of_output(STDOUT_FILENO), options.colour, get)) {}

  int run();

 private:
  std::optional<std::vector<chosen_test>> tests();
  result<std::shared_ptr<const test>> from_script(const std::filesystem::path& path);
  run::run_result execute(const std::shared_ptr<const test>& what, interrupter& stop);

  const control_options& options_;
  const config::options engine_options_;
  app::script_world world_;
  logger log_;
  const look look_;
  run_id_generator ids_;
};

result<std::shared_ptr<const test>> control::from_script(const std::filesystem::path& path) {
  std::optional<result<std::shared_ptr<const test>>> loaded;
  world_.complete([&](boost::asio::yield_context yield) {
    loaded = config::load_script(path, options_.timeout, options_.memory_limit, *world_.time, world_.turns, *world_.vms,
                                 yield);
  });
  return std::move(*loaded);
}

std::optional<std::vector<chosen_test>> control::tests() {
  if (!options_.scripts.empty()) {
    std::vector<chosen_test> chosen;
    for (const auto& path : options_.scripts) {
      auto loaded = from_script(path);
      if (!loaded) return std::fprintf(stderr, "%s\n", loaded.error().message.c_str()), std::nullopt;
      chosen.push_back({std::move(*loaded)});
    }
    return chosen;
  }
  auto loaded = world_.load(engine_options_, log_);
  if (!loaded) return std::fprintf(stderr, "%s\n", loaded.error().message.c_str()), std::nullopt;
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
  boost::asio::signal_set signals(world_.loop, SIGINT, SIGTERM);
  signals.async_wait([&](const boost::system::error_code& failed, int) {
    if (!failed) stop.stop({failure_class::interrupted, "interrupted from the terminal"});
  });
  world_.complete([&](boost::asio::yield_context yield) {
    world_.turns.wait(yield);
    const run::run_order order{what, ids_.next(world_.time->wall()), run_trigger::command_line, {}};
    done = run::execute(world_.engine, order, *what->code, run::begin_record(*world_.time, order), stop, {}, yield);
    signals.cancel();
  });
  return std::move(*done);
}

int control::run() {
  const auto chosen = tests();
  if (!chosen) return bad_usage;
  const auto show = [](const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
  };
  run_counts counts;
  run_totals totals;
  const mono_time begun = world_.time->mono();
  for (const auto& [what, skipped] : *chosen) {
    if (skipped) {
      show(report_skipped(*what, "paused", look_));
      ++counts.skipped;
      continue;
    }
    interrupter stop;
    const run::run_result result = execute(what, stop);
    show(report(result, look_));
    totals.add(result.details);
    switch (result.record.status) {
      case run_status::passed:
        ++counts.passed;
        break;
      case run_status::interrupted:
        ++counts.interrupted;
        break;
      default:
        ++counts.failed;
    }
    if (counts.interrupted > 0) break;
  }
  totals.elapsed = world_.time->mono() - begun;
  show((look_.width > 0 ? "" : "\n") + summary(counts, look_) + "\n" + totals_text(totals) + "\n");
  if (counts.interrupted > 0) return stopped_early;
  return counts.failed > 0 && !options_.quiet_failures ? test_failed : success;
}

}  // namespace

int run_tests(const control_options& options, const app::environment& get) {
  std::signal(SIGPIPE, SIG_IGN);
  control c(options, get);
  return c.run();
}

}  // namespace canary::command
