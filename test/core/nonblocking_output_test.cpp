#include "canary/core/nonblocking_output.hpp"

#include "support/catch.hpp"
#include "support/descriptors.hpp"

#include <climits>
#include <string>

using namespace canary;
using namespace std::chrono_literals;

TEST_CASE("the way is chosen by what the descriptor is") {
  test_pipe pipe;
  test_pipe sockets = test_pipe::of_sockets();
  test_file file;
  CHECK(nonblocking_output(pipe.in()).way() == output_way::reopened);
  CHECK(nonblocking_output(sockets.in()).way() == output_way::socket);
  CHECK(nonblocking_output(file.descriptor()).way() == output_way::direct);
  CHECK(nonblocking_output(-1).way() == output_way::polled);
}

TEST_CASE("a stalled reader makes no write wait, and nobody else's descriptor becomes non-blocking") {
  for (const auto way : {output_way::reopened, output_way::polled, output_way::socket}) {
    CAPTURE(static_cast<int>(way));
    test_pipe pipe = way == output_way::socket ? test_pipe::of_sockets() : test_pipe();
    nonblocking_output out(pipe.in(), way);
    REQUIRE(out.way() == way);
    const std::string line(777, 'x');
    std::size_t sent = 0;
    for (;;) {
      const auto done = out.write(line);
      REQUIRE(!done.failed);
      sent += done.bytes;
      if (done.bytes < line.size()) break;
      REQUIRE(sent < 100u << 20);
    }
    CHECK(!out.wait(0ms));
    CHECK(!pipe.is_nonblocking());
    CHECK(pipe.read_available().size() == sent);
    CHECK(out.wait(0ms));
    CHECK(out.write(line).bytes == line.size());
  }
}

TEST_CASE("one write of much goes as far as there is room") {
  for (const auto way : {output_way::reopened, output_way::polled}) {
    CAPTURE(static_cast<int>(way));
    test_pipe pipe;
    nonblocking_output out(pipe.in(), way);
    const std::string much(1u << 20, 'x');
    const auto done = out.write(much);
    CHECK(!done.failed);
    CHECK(done.bytes >= PIPE_BUF);
    CHECK(done.bytes < much.size());
    CHECK(pipe.read_available() == much.substr(0, done.bytes));
  }
}

TEST_CASE("a reader that is gone is an error, and not the end of the process") {
  for (const auto way : {output_way::reopened, output_way::polled, output_way::socket}) {
    CAPTURE(static_cast<int>(way));
    test_pipe pipe = way == output_way::socket ? test_pipe::of_sockets() : test_pipe();
    nonblocking_output out(pipe.in(), way);
    pipe.close_reader();
    CHECK(out.write("x\n").failed);
    CHECK(out.wait(0ms));
  }
  nonblocking_output closed(-1);
  CHECK(closed.write("x\n").bytes == 0);
}
