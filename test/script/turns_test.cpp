#include "canary/script/turns.hpp"

#include "canary/script/stack.hpp"
#include "support/catch.hpp"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>

using namespace canary;
using namespace canary::script;
using namespace std::chrono_literals;

namespace {

void spawn(boost::asio::io_context& loop, std::function<void(boost::asio::yield_context)> work) {
  boost::asio::spawn(loop, std::allocator_arg, stack_allocator(std::make_shared<stack_pool>()), std::move(work),
                     [](std::exception_ptr thrown) {
                       if (thrown) std::rethrow_exception(thrown);
                     });
}

}  // namespace

TEST_CASE("turns are given in the order of asking, until a slice is used up") {
  virtual_clock time;
  turns queue(time, 2ms);
  std::string given;
  const auto ask = [&](char name, nanoseconds cost) {
    queue.enqueue([&given, &time, name, cost] {
      given += name;
      time.advance(cost);
    });
  };
  ask('a', 1ms);
  ask('b', 500us);
  ask('c', 500us);
  ask('d', 10ms);
  ask('e', 0ns);
  queue.run_slice();
  CHECK(given == "abc");
  queue.run_slice();
  CHECK(given == "abcd");
  CHECK(!queue.empty());
  queue.run_slice();
  CHECK(given == "abcde");
  CHECK(queue.empty());
  queue.run_slice();
  CHECK(given == "abcde");
}

TEST_CASE("who asks again during his turn goes behind the others") {
  virtual_clock time;
  turns queue(time, 2ms);
  std::string given;
  std::function<void(char)> ask = [&](char name) {
    queue.enqueue([&, name] {
      given += name;
      time.advance(1ms);
      if (given.size() < 9) ask(name);
    });
  };
  for (const char name : {'a', 'b', 'c'}) ask(name);
  while (!queue.empty()) queue.run_slice();
  CHECK(given.substr(0, 9) == "abcabcabc");
}

TEST_CASE("a slice is over when its time has passed, whoever used it") {
  virtual_clock time;
  turns queue(time, 2ms);
  queue.run_slice();
  CHECK(!queue.slice_is_over());
  time.advance(1999us);
  CHECK(!queue.slice_is_over());
  time.advance(1us);
  CHECK(queue.slice_is_over());
  queue.run_slice();
  CHECK(!queue.slice_is_over());
}

TEST_CASE("between two slices everything that is ready takes place") {
  boost::asio::io_context loop{1};
  virtual_clock time;
  turns queue(time, 2ms);
  std::string order;
  for (const char name : {'a', 'b', 'c'}) {
    queue.enqueue([&, name] {
      order += name;
      for (const char handler : {'1', '2'}) boost::asio::post(loop, [&order, handler] { order += handler; });
      time.advance(2ms);
    });
  }
  run_loop(loop, queue);
  CHECK(order.starts_with("a12b12c"));
}

TEST_CASE("the loop goes on while a script that had its turn begins something new") {
  boost::asio::io_context loop{1};
  virtual_clock time;
  turns queue(time, 2ms);
  std::string order;
  SECTION("a coroutine that waits for its turn, and then for a handler, again and again") {
    spawn(loop, [&](boost::asio::yield_context yield) {
      for (int i = 0; i < 3; ++i) {
        queue.wait(yield);
        boost::asio::post(loop, yield);
        order += 'x';
      }
    });
  }
  SECTION("a turn that posts") {
    queue.enqueue([&] { boost::asio::post(loop, [&] { order += "xxx"; }); });
  }
  run_loop(loop, queue);
  CHECK(order == "xxx");
}

TEST_CASE("the loop ends when it is stopped, though scripts wait") {
  boost::asio::io_context loop{1};
  virtual_clock time;
  turns queue(time, 2ms);
  int given = 0;
  std::function<void()> endless = [&] {
    if (++given == 5) boost::asio::post(loop, [&] { loop.stop(); });
    time.advance(2ms);
    if (given < 1000) queue.enqueue(endless);  // a bound, lest this test be as endless
  };
  queue.enqueue(endless);
  run_loop(loop, queue);
  CHECK(given < 10);
}

TEST_CASE("an exception from a handler or a turn comes out of the loop, which can then go on") {
  boost::asio::io_context loop{1};
  virtual_clock time;
  turns queue(time, 2ms);
  int after = 0;
  boost::asio::post(loop, [] { throw std::runtime_error("a handler's"); });
  queue.enqueue([] { throw std::runtime_error("a turn's"); });
  queue.enqueue([&] { ++after; });
  CHECK_THROWS_WITH(run_loop(loop, queue), "a handler's");
  CHECK_THROWS_WITH(run_loop(loop, queue), "a turn's");
  run_loop(loop, queue);
  CHECK(after == 1);
}
