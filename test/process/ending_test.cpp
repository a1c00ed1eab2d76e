// How programs are ended, whatever they do about it.

#include "process/bench.hpp"

#include <unistd.h>

using namespace canary;
using namespace canary::testing;
using namespace std::chrono_literals;

namespace {

// A text that no other process has in its command line.
std::string mark() {
  static int count = 0;
  return "canary-mark-" + std::to_string(::getpid()) + "-" + std::to_string(++count);
}

// A python program that does this with the standard modules at hand.
process::program_order python(const std::string& text, const std::string& marked = "") {
  return {.words = {"python3", "-c", "import os, signal, sys, time\n" + text, marked}};
}

}  // namespace

TEST_CASE("a program that takes longer than its timeout is ended by SIGTERM") {
  process_bench bench;
  process::program_order order{.words = {"sh", "-c", "echo waiting >&2; exec sleep 600"}, .timeout = 100ms};
  const auto got = bench.execute(order);
  REQUIRE(got.has_error());
  CHECK(got.error() == failure{failure_class::timeout,
                               "run 'sh' took longer than its timeout of 100ms, and was ended; its stderr ended with "
                               "'waiting'"});
}

TEST_CASE("a program that goes on after SIGTERM is killed after the grace, by the clock it was given") {
  virtual_clock time;
  process_bench bench(time);
  bench.options.grace = 1s;
  auto order = python(
      "signal.signal(signal.SIGTERM, lambda *_: print('term', flush=True, file=sys.stderr))\n"
      "print('ready', flush=True)\n"
      "while True: time.sleep(0.01)\n");
  temporary_folder folder;
  const auto told = folder.path() / "told";
  order.words[2].insert(order.words[2].find("print('ready'"), "open('" + told.string() + "', 'w')\n");
  order.timeout = 5s;
  bool timed_out = false, forced = false;
  const auto got = bench.execute(order, [&] {
    if (!timed_out && std::filesystem::exists(told)) {
      time.advance(5s);
      timed_out = true;
    } else if (timed_out && !forced) {
      // Only the grace is between it and SIGKILL.
      CHECK(time.next_expiry().has_value());
      time.advance(999ms);
      CHECK(time.next_expiry().has_value());
      time.advance(1ms);
      forced = true;
    }
  });
  REQUIRE(got.has_error());
  CHECK(to_string(got.error().kind) == "timeout");
  CHECK(got.error().message.starts_with(
      "run 'python3' took longer than its timeout of 5s, and was killed as it went on after SIGTERM"));
  CHECK(time.next_expiry() == std::nullopt);
}

TEST_CASE("a stopped program is ended too") {
  process_bench bench;
  const auto got = bench.execute({.words = {"sh", "-c", "kill -STOP $$"}, .timeout = 50ms});
  REQUIRE(got.has_error());
  CHECK(to_string(got.error().kind) == "timeout");
  CHECK(got.error().message.ends_with(", and was ended"));
}

TEST_CASE("what a program leaves behind neither holds the call nor survives it") {
  struct row {
    const char* name;
    std::string script;
  };
  const row rows[] = {
      {"a child that holds the pipes", "import subprocess; subprocess.Popen(['sleep', '600', sys.argv[1]])"},
      {"a child that ignores SIGTERM",
       "if os.fork() == 0:\n signal.signal(signal.SIGTERM, signal.SIG_IGN)\n time.sleep(600)"},
      {"a daemon, forked twice in a session of its own",
       "if os.fork() == 0:\n os.setsid()\n if os.fork() == 0:\n  for fd in (0, 1, 2): os.close(fd)\n  time.sleep(600)\n"
       " os._exit(0)\nos.wait()"},
      {"daemons of daemons",
       "def down(n):\n if os.fork() == 0:\n  os.setsid()\n  if n: down(n - 1)\n  time.sleep(600)\ndown(5)"},
      {"many children", "for i in range(50):\n if os.fork() == 0: time.sleep(600)"},
      {"a stopped child", "if os.fork() == 0: os.kill(os.getpid(), signal.SIGSTOP)"},
      {"children without an environment",
       "if os.fork() == 0:\n os.setsid()\n os.execve(sys.executable, ['x', '-c', 'import time; time.sleep(600)', "
       "sys.argv[1]], {})"},
  };
  process_bench bench;
  for (const auto& r : rows) {
    CAPTURE(r.name);
    const std::string marked = mark();
    auto order = python(r.script + "\nprint('over')\nsys.stdout.flush()\nos._exit(7)", marked);
    const auto got = bench.execute(order);
    REQUIRE(got.has_value());
    CHECK(got->code == 7);
    CHECK(got->out == "over\n");
    CHECK(processes_with(marked).empty());
  }
}

TEST_CASE("at the timeout, daemons end with the program that made them") {
  process_bench bench;
  const std::string marked = mark();
  auto order = python(
      "if os.fork() == 0:\n os.setsid()\n if os.fork() == 0: time.sleep(600)\n os._exit(0)\n"
      "os.wait()\ntime.sleep(600)",
      marked);
  order.timeout = 300ms;
  const auto got = bench.execute(order);
  REQUIRE(got.has_error());
  CHECK(to_string(got.error().kind) == "timeout");
  CHECK(processes_with(marked).empty());
}

TEST_CASE("the output of what a program leaves behind is waited for a moment") {
  process_bench bench;
  bench.options.linger = 20s;
  const auto got = bench.shell("(sleep 0.1; echo late) & echo early");
  REQUIRE(got.has_value());
  CHECK(got->out == "early\nlate\n");
}

TEST_CASE("output without end is cut off, and the program ended") {
  process_bench bench;
  for (const std::string stream : {"stdout", "stderr"}) {
    CAPTURE(stream);
    process::program_order order{.words = {"sh", "-c", stream == "stderr" ? "exec yes >&2" : "exec yes"},
                                 .max_output = 1u << 20};
    const auto got = bench.execute(order);
    REQUIRE(got.has_error());
    CHECK(to_string(got.error().kind) == "limit");
    CHECK(got.error().message.starts_with("run 'sh' wrote more than 1MiB to " + stream +
                                          ", its max_output, and was ended"));
  }
}

TEST_CASE("one byte more than may be is too much, and exactly as much is not") {
  process_bench bench;
  for (const std::size_t size : {0, 1, 16383, 16384, 16385, 65536, 200'000}) {
    CAPTURE(size);
    process::program_order order{.words = {"head", "-c", std::to_string(size), "/dev/zero"}, .max_output = size};
    const auto exact = bench.execute(order);
    REQUIRE(exact.has_value());
    CHECK(exact->out.size() == size);
    order.words[2] = std::to_string(size + 1);
    const auto more = bench.execute(order);
    REQUIRE(more.has_error());
    CHECK(to_string(more.error().kind) == "limit");
  }
}

TEST_CASE("a GiB of output is no more than the limit in memory") {
  process_bench bench;
  const auto got = bench.execute({.words = {"head", "-c", "1G", "/dev/zero"}});
  REQUIRE(got.has_error());
  CHECK(got.error().message.starts_with("run 'head' wrote more than 10MiB to stdout"));
  const auto whole = bench.execute({.words = {"head", "-c", "100M", "/dev/zero"}, .max_output = 100u << 20});
  REQUIRE(whole.has_value());
  CHECK(whole->out.size() == 100u << 20);
}

TEST_CASE("a program that closes its output and goes on is waited for") {
  process_bench bench;
  const auto got = bench.shell("exec >&- 2>&-; sleep 0.2; exit 5");
  REQUIRE(got.has_value());
  CHECK(got->code == 5);
  CHECK(got->duration >= 200ms);
}

TEST_CASE("the end of a run ends the call at once, and the program soon after") {
  const failure reason{failure_class::interrupted, "canaryd is shutting down"};
  for (const bool stubborn : {false, true}) {
    CAPTURE(stubborn);
    process_bench bench;
    bench.options.grace = 50ms;
    const std::string marked = mark();
    const auto order = python(std::string(stubborn ? "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n" : "") +
                                  "if os.fork() == 0: os.setsid()\ntime.sleep(600)",
                              marked);
    const auto got = bench.execute(order, [&] {
      if (processes_with(marked).size() >= 2) bench.stop.stop(reason);
    });
    REQUIRE(got.has_error());
    CHECK(got.error() == reason);
    bench.turn_until([&] { return processes_with(marked).empty(); });
    // And no other begins.
    const auto late = bench.shell("echo never");
    REQUIRE(late.has_error());
    CHECK(late.error() == reason);
  }
}
