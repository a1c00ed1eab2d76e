#include "canary/core/log_sink.hpp"

#include "canary/core/log.hpp"
#include "support/catch.hpp"
#include "support/descriptors.hpp"

#include <sys/resource.h>

#include <csignal>
#include <optional>
#include <sstream>
#include <thread>

using namespace canary;
using namespace std::chrono_literals;

namespace {

std::string numbered(int i) { return "line " + std::to_string(i) + " " + std::string(90, 'x') + "\n"; }

/// Reads a pipe in steps while virtual time goes on, until nothing more comes.
std::string read_all(virtual_clock& time, test_pipe& pipe) {
  std::string all;
  for (int quiet = 0; quiet < 3;) {
    const std::string part = pipe.read_available();
    quiet = part.empty() ? quiet + 1 : 0;
    all += part;
    time.advance(1s);
  }
  return all;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line + "\n");
  return lines;
}

/// Notes in the log itself what is missing, as the daemon does.
void tell_of_drops(log_sink& sink) {
  sink.when_dropped([&sink](std::uint64_t n) { sink.write("dropped " + std::to_string(n) + "\n"); });
}

}  // namespace

TEST_CASE("lines reach pipe, socket and file at once and in order") {
  virtual_clock time;
  test_pipe pipe, sockets = test_pipe::of_sockets();
  test_file file;
  std::string expected;
  log_sink to_pipe(time, pipe.in()), to_socket(time, sockets.in()), to_file(time, file.descriptor());
  for (int i = 0; i < 100; ++i) {
    expected += numbered(i);
    for (log_sink* sink : {&to_pipe, &to_socket, &to_file}) sink->write(numbered(i));
  }
  CHECK(pipe.read_available() == expected);
  CHECK(sockets.read_available() == expected);
  CHECK(file.content() == expected);
  CHECK(!pipe.is_nonblocking());
  CHECK(!sockets.is_nonblocking());
  CHECK(!time.next_expiry());
}

TEST_CASE("what a stalled reader does not take waits, and comes whole and in order") {
  for (const bool socket : {false, true}) {
    CAPTURE(socket);
    virtual_clock time;
    test_pipe pipe = socket ? test_pipe::of_sockets() : test_pipe();
    log_sink sink(time, pipe.in());
    std::string expected;
    for (int i = 0; i < 8000; ++i) {
      expected += numbered(i);
      sink.write(numbered(i));
    }
    CHECK(sink.queued() > 0);
    CHECK(sink.dropped() == 0);
    CHECK(read_all(time, pipe) == expected);
    CHECK(sink.queued() == 0);
    CHECK(!time.next_expiry());
  }
}

TEST_CASE("past the limit lines are dropped, and a line stands where they are missing") {
  virtual_clock time;
  test_pipe pipe;
  log_sink sink(time, pipe.in(), {.max_queue = 16 << 10});
  tell_of_drops(sink);
  for (int i = 0; i < 5000; ++i) {
    sink.write(numbered(i));
    REQUIRE(sink.queued() <= 16 << 10);
  }
  const auto dropped = sink.dropped();
  CHECK(dropped > 3000);
  std::string read = pipe.read_available(8 << 10);
  time.advance(1s);
  CHECK(sink.queued() > 0);
  sink.write(numbered(5000));
  read += read_all(time, pipe);
  const auto lines = lines_of(read);
  REQUIRE(lines.size() > 3);
  CHECK(lines[lines.size() - 1] == numbered(5000));
  CHECK(lines[lines.size() - 2] == "dropped " + std::to_string(dropped) + "\n");
  CHECK(lines[lines.size() - 3] == numbered(static_cast<int>(4999 - dropped)));
  CHECK(sink.dropped() == dropped);
}

TEST_CASE("drops are told of as soon as lines flow again, also where nobody writes another") {
  virtual_clock time;
  test_pipe pipe;
  log_sink sink(time, pipe.in(), {.max_queue = 4 << 10});
  tell_of_drops(sink);
  for (int i = 0; i < 2000; ++i) sink.write(numbered(i));
  const auto lines = lines_of(read_all(time, pipe));
  CHECK(lines.back() == "dropped " + std::to_string(sink.dropped()) + "\n");
}

TEST_CASE("a stalled reader costs a look five times a second") {
  virtual_clock time;
  test_pipe pipe;
  log_sink sink(time, pipe.in(), {.max_queue = 1u << 20, .flush_at_exit = 0ms});
  for (int i = 0; i < 2000; ++i) sink.write(numbered(i));
  time.advance(10s);
  int looks = 0;
  for (const mono_time end = time.mono() + 10s; time.next_expiry() < end; ++looks) time.advance_to(*time.next_expiry());
  CHECK(looks == 50);
}

TEST_CASE("lines for a reader that is gone are dropped, and nothing else happens") {
  for (const bool socket : {false, true}) {
    CAPTURE(socket);
    virtual_clock time;
    test_pipe pipe = socket ? test_pipe::of_sockets() : test_pipe();
    log_sink sink(time, pipe.in());
    tell_of_drops(sink);
    sink.write(numbered(0));
    pipe.close_reader();
    for (int i = 0; i < 100; ++i) sink.write(numbered(i));
    CHECK(sink.dropped() == 100);
    CHECK(sink.queued() == 0);
    sink.flush(1000ms);
  }
}

TEST_CASE("a full disk costs the lines that do not fit, and the next one that does begins a line of its own") {
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_FSIZE, &before) == 0);
  virtual_clock time;
  test_file file;
  log_sink sink(time, file.descriptor());
  tell_of_drops(sink);
  sink.write("first\n");
  rlimit small = before;
  small.rlim_cur = 10;  // stands for the full disk: writes are cut short, then refused
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  sink.write("second\n");
  sink.write("third\n");
  REQUIRE(::setrlimit(RLIMIT_FSIZE, &before) == 0);
  sink.write("fourth\n");
  sink.write("fifth\n");
  CHECK(sink.dropped() == 2);
  CHECK(file.content() == "first\nseco\nfourth\ndropped 2\nfifth\n");
}

TEST_CASE("at the end what waits is written if the reader goes on, and given up if it does not") {
  virtual_clock time;
  std::string expected;
  for (int i = 0; i < 8000; ++i) expected += numbered(i);

  test_pipe pipe;
  std::string read;
  std::optional<log_sink> sink(std::in_place, time, pipe.in(), log_sink_options{.flush_at_exit = 20'000ms});
  for (int i = 0; i < 8000; ++i) sink->write(numbered(i));
  REQUIRE(sink->queued() > 0);
  std::thread reader([&] {
    while (read.size() < expected.size()) read += pipe.read_available();
  });
  sink.reset();
  reader.join();
  CHECK(read == expected);

  test_pipe stalled;
  log_sink stuck(time, stalled.in(), {.flush_at_exit = 0ms});
  for (int i = 0; i < 8000; ++i) stuck.write(numbered(i));
  stuck.flush(5ms);
  CHECK(stuck.queued() > 0);
}

TEST_CASE("a logger writes through it, and tells of drops in its own format") {
  virtual_clock time;
  test_pipe pipe;
  log_sink sink(time, pipe.in(), {.max_queue = 4 << 10});
  const logger log(time, [&](std::string line) { sink.write(line); });
  sink.when_dropped([&](std::uint64_t n) { log.warn("log lines were dropped", {{"count", n}}); });
  for (int i = 0; i < 3000; ++i) log.info("hello", {{"n", i}});
  const auto lines = lines_of(read_all(time, pipe));
  CHECK(lines.front() == R"({"time":"2023-11-14T22:13:20Z","level":"info","msg":"hello","n":0})"
                         "\n");
  CHECK(lines.back().find(R"("level":"warn","msg":"log lines were dropped","count":)" +
                          std::to_string(sink.dropped())) != std::string::npos);
}
