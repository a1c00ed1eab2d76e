// Many programs: one after the other, side by side, and what is left of them.

#include "process/bench.hpp"

#include <unistd.h>

#include <csignal>
#include <sstream>

using namespace canary;
using namespace canary::testing;
using namespace std::chrono_literals;

namespace {

struct process_row {
  pid_t pid;
  std::string name;
  char state;
  pid_t parent;
};

std::vector<process_row> all_processes() {
  std::vector<process_row> all;
  for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
    const std::string number = entry.path().filename();
    if (number.find_first_not_of("0123456789") != number.npos) continue;
    std::ifstream in(entry.path() / "stat");
    const std::string line{std::istreambuf_iterator<char>(in), {}};
    const auto open = line.find('('), close = line.rfind(')');
    if (open == line.npos || close == line.npos) continue;
    std::istringstream rest(line.substr(close + 1));
    process_row row{std::stoi(number), line.substr(open + 1, close - open - 1), 0, 0};
    rest >> row.state >> row.parent;
    all.push_back(row);
  }
  return all;
}

// Children of ours and theirs, by their state: living ones and zombies.
std::pair<std::size_t, std::size_t> family_of(pid_t ancestor) {
  const auto all = all_processes();
  std::vector<pid_t> family{ancestor};
  std::size_t living = 0, zombies = 0;
  for (std::size_t i = 0; i < family.size(); ++i) {
    for (const auto& row : all) {
      if (row.parent != family[i]) continue;
      family.push_back(row.pid);
      ++(row.state == 'Z' ? zombies : living);
    }
  }
  return {living, zombies};
}

pid_t starter_of(pid_t parent) {
  for (const auto& row : all_processes()) {
    if (row.parent == parent && row.name == "canary-starter" && row.state != 'Z') return row.pid;
  }
  return -1;
}

}  // namespace

TEST_CASE("a thousand runs of all kinds leave no descriptor, no process and no zombie") {
  process_bench bench;
  bench.options.grace = 20ms;
  REQUIRE(bench.shell("").has_value());
  const std::size_t open_before = entries("/proc/self/fd");
  for (int i = 0; i < 1000; ++i) {
    switch (i % 5) {
      case 0:
        CHECK(bench.execute({.words = {"true"}})->code == 0);
        break;
      case 1:
        CHECK(bench.execute({.words = {"cat"}, .input = "given"})->out == "given");
        break;
      case 2:
        CHECK(bench.execute({.words = {"no-such-program"}}).has_error());
        break;
      case 3:
        CHECK(bench.shell("(setsid sleep 600 >/dev/null 2>&1 &); kill -KILL $$")->signal == "SIGKILL");
        break;
      default:
        CHECK(bench.execute({.words = {"sleep", "600"}, .timeout = 1ms}).has_error());
    }
  }
  CHECK(entries("/proc/self/fd") == open_before);
  // A guard's socket is closed a moment before the guard itself is gone.
  std::pair<std::size_t, std::size_t> family;
  bench.turn_until([&] { return (family = family_of(::getpid())) == std::pair<std::size_t, std::size_t>(1, 0); });
  CHECK(family.first == 1);  // the starter
  CHECK(family.second == 0);
}

TEST_CASE("hundreds of programs go on side by side") {
  process_bench bench;
  constexpr int count = 300;
  int ended = 0;
  auto& by = bench.runner();
  for (int i = 0; i < count; ++i) {
    asio::spawn(
        bench.loop,
        [&, i](asio::yield_context yield) {
          const auto got = by.run({.label = "cat", .words = {"cat"}, .input = std::to_string(i)}, bench.stop, yield);
          REQUIRE(got.has_value());
          CHECK(got->out == std::to_string(i));
          ++ended;
        },
        [](std::exception_ptr thrown) {
          if (thrown) std::rethrow_exception(thrown);
        });
  }
  bench.turn_until([&] { return ended == count; });
}

TEST_CASE("a starter that has died is replaced") {
  process_bench bench;
  REQUIRE(bench.shell("").has_value());
  const pid_t first = starter_of(::getpid());
  REQUIRE(first > 0);
  ::kill(first, SIGKILL);
  bench.turn_until([&] { return starter_of(::getpid()) != first; });
  CHECK(bench.shell("echo again")->out == "again\n");
  CHECK(starter_of(::getpid()) > 0);
}

TEST_CASE("the starter heeds no signal that is meant for us") {
  process_bench bench;
  REQUIRE(bench.shell("").has_value());
  const pid_t starter = starter_of(::getpid());
  for (const int number : {SIGHUP, SIGINT, SIGTERM, SIGQUIT, SIGUSR1, SIGUSR2}) ::kill(starter, number);
  CHECK(bench.shell("echo still")->out == "still\n");
  CHECK(starter_of(::getpid()) == starter);
}

TEST_CASE("a program that kills its guard is told of, and ends") {
  process_bench bench;
  const auto got = bench.shell("kill -KILL $PPID; sleep 600");
  REQUIRE(got.has_error());
  CHECK(got.error() == failure{failure_class::exec, "run 'sh': the process that watches over it has died"});
}
