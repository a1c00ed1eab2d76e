#pragma once
// A loop with a runner on it, for tests.

#include "canary/process/runner.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <boost/asio/io_context.hpp>

#include <dirent.h>

#include <exception>
#include <filesystem>
#include <fstream>
#include <functional>
#include <optional>

namespace canary::testing {

namespace asio = boost::asio;

class process_bench {
 public:
  interrupter stop;  // what waits at the end of a test still looks at it
  asio::io_context loop{1};

  process_bench() : real_(create_real_clock(loop.get_executor())), time(*real_) {}
  explicit process_bench(clock& given) : time(given) {}

  process::runner& runner() {
    if (!runner_) runner_ = process::create_runner(loop.get_executor(), time, options);
    return *runner_;
  }

  /// Runs `body` as a coroutine to its end, within 20 s; what it throws is thrown here. `meanwhile` is called after
  /// each turn of the loop.
  void run(std::function<void(asio::yield_context)> body, const std::function<void()>& meanwhile = {}) {
    bool finished = false;
    std::exception_ptr thrown;
    asio::spawn(loop, std::move(body), [&](std::exception_ptr e) {
      finished = true;
      thrown = e;
    });
    turn_until([&] { return finished; }, meanwhile);
    if (thrown) std::rethrow_exception(thrown);
  }

  /// Turns the loop until `condition` holds, within 20 s.
  void turn_until(const std::function<bool()>& condition, const std::function<void()>& meanwhile = {}) {
    // Bounded by turns that each wait 10 ms at most where nothing happens.
    bool held = condition();
    for (int idle = 0; !held && idle < 2000; held = condition()) {
      loop.restart();
      if (loop.run_one_for(std::chrono::milliseconds(10)) == 0) ++idle;
      if (meanwhile) meanwhile();
    }
    REQUIRE(held);
  }

  outcome<process::program_end> execute(process::program_order order, const std::function<void()>& meanwhile = {}) {
    if (order.label.empty()) order.label = "run '" + order.words.at(0) + "'";
    outcome<process::program_end> end = failure{};
    auto& by = runner();
    run([&](asio::yield_context yield) { end = by.run(order, stop, yield); }, meanwhile);
    return end;
  }

  /// What `sh -c` gives for this text.
  outcome<process::program_end> shell(const std::string& text, const std::function<void()>& meanwhile = {}) {
    return execute({.words = {"sh", "-c", text}}, meanwhile);
  }

 private:
  std::unique_ptr<clock> real_;

 public:
  clock& time;
  process::runner_options options;

 private:
  std::shared_ptr<process::runner> runner_;
};

inline std::size_t entries(const char* folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

/// The processes whose command line holds this text.
inline std::vector<pid_t> processes_with(const std::string& text) {
  std::vector<pid_t> found;
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    const std::string name = entry.path().filename();
    if (name.find_first_not_of("0123456789") != name.npos) continue;
    std::ifstream in(entry.path() / "cmdline", std::ios::binary);
    const std::string line{std::istreambuf_iterator<char>(in), {}};
    if (line.find(text) != line.npos) found.push_back(std::stoi(name));
  }
  return found;
}

}  // namespace canary::testing
