#include "canary/api/answer_turns.hpp"

#include "api/running_server.hpp"
#include "canary/core/event.hpp"

#include "support/catch.hpp"

#include <boost/asio/io_context.hpp>

#include <atomic>
#include <string>

namespace {

using namespace canary;
using namespace std::chrono_literals;
using api::answer_turns;

// Answers of so many pieces, each of which takes `piece`, on virtual time; turns come when the test gives them.
struct answering {
  boost::asio::io_context loop;
  virtual_clock time;
  std::deque<std::function<void()>> asked;
  std::shared_ptr<answer_turns> turns = std::make_shared<answer_turns>(
      loop.get_executor(), time, [this](auto begin) { asked.push_back(std::move(begin)); });
  std::string done;  // a letter for each piece

  void answer(char name, int pieces, nanoseconds piece) {
    boost::asio::spawn(
        loop,
        [=, this](boost::asio::yield_context yield) {
          for (int i = 0; i < pieces; ++i) {
            turns->wait_if_over(yield);
            time.compute(piece);
            done += name;
          }
        },
        [](std::exception_ptr failed) { REQUIRE(!failed); });
    look_after();
  }

  // Everything that is ready, but for answers.
  void look_after() {
    loop.restart();
    loop.poll();
  }

  // What was answered in the next turn.
  std::string give() {
    REQUIRE(asked.size() == 1);
    const auto begin = std::move(asked.front());
    asked.pop_front();
    done.clear();
    begin();
    look_after();
    return done;
  }
};

}  // namespace

TEST_CASE("a long answer lets the loop turn after each slice, and others answer between its slices") {
  answering a;
  a.answer('a', 6, answer_turns::slice / 2);
  a.answer('b', 2, answer_turns::slice / 2);
  CHECK(a.done.empty());  // nobody answers outside of a turn
  CHECK(a.give() == "aa");
  CHECK(a.give() == "bb");
  CHECK(a.give() == "aa");
  CHECK(a.give() == "aa");
  CHECK(a.asked.empty());
}

TEST_CASE("however many answer, together they have one slice of a turn") {
  answering a;
  for (int i = 0; i < 100; ++i) a.answer('x', 1, answer_turns::slice / 4);
  for (int turn = 0; turn < 25; ++turn) {
    const auto began = a.time.mono();
    CHECK(a.give() == "xxxx");
    CHECK(a.time.mono() - began == answer_turns::slice);
  }
  CHECK(a.asked.empty());
}

TEST_CASE("an answer resumed by something else than its turn waits for one") {
  answering a;
  canary::event happened(a.loop.get_executor());
  boost::asio::spawn(
      a.loop,
      [&](boost::asio::yield_context yield) {
        a.turns->wait_if_over(yield);
        happened.wait(yield);
        a.turns->wait_if_over(yield);
        a.done += 'a';
      },
      [](std::exception_ptr failed) { REQUIRE(!failed); });
  a.look_after();
  CHECK(a.give().empty());
  happened.set();
  a.look_after();
  CHECK(a.done.empty());
  CHECK(a.give() == "a");
}

TEST_CASE("whoever waits when the turns are over is resumed by the loop, and so is whoever waits later") {
  answering a;
  a.answer('a', 2, answer_turns::slice);
  a.turns->close();
  CHECK(a.done.empty());
  a.look_after();
  CHECK(a.done == "aa");
  a.answer('b', 1, answer_turns::slice);
  CHECK(a.done == "aab");
  a.asked.front()();  // the turn that was asked for before
  CHECK(a.done == "aab");
}

TEST_CASE("each request waits for a turn, and long answers for several") {
  std::atomic<std::size_t> asked = 0;
  running_server server([&](running_server& s) {
    s.turns = [&](std::function<void()> begin) {
      ++asked;
      boost::asio::post(s.loop, std::move(begin));
    };
    for (int i = 0; i < 1000; ++i) s.tests.add("test " + std::to_string(i));
  });
  const auto turns_for = [&](std::string_view target) {
    const std::size_t before = asked;
    CHECK(server.ask_get(target).status == 200);
    return asked - before;
  };
  CHECK(turns_for("/healthz") == 1);
  CHECK(turns_for("/api/v1/tests?limit=1000") > 10);  // its text alone is sent in more pieces
}
