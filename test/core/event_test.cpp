#include "canary/core/event.hpp"

#include "support/catch.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

using canary::event;

TEST_CASE("a coroutine waits for an event, and is resumed by the loop") {
  boost::asio::io_context loop{1};
  event happened(loop.get_executor());
  std::string order;
  boost::asio::spawn(
      loop,
      [&](boost::asio::yield_context yield) {
        order += "waits ";
        happened.wait(yield);
        order += "resumed ";
        happened.wait(yield);
        order += "at once";
      },
      [](std::exception_ptr thrown) { CHECK(!thrown); });
  loop.poll();
  CHECK(order == "waits ");
  CHECK(!happened.is_set());
  boost::asio::post(loop, [&] {
    happened.set();
    order += "set ";
    happened.set();  // nothing happens twice
  });
  loop.restart();
  loop.poll();
  CHECK(happened.is_set());
  CHECK(order == "waits set resumed at once");
}

TEST_CASE("what has happened is not waited for") {
  boost::asio::io_context loop{1};
  event happened(loop.get_executor());
  happened.set();
  bool went_on = false;
  boost::asio::spawn(
      loop,
      [&](boost::asio::yield_context yield) {
        happened.wait(yield);
        went_on = true;
      },
      [](std::exception_ptr thrown) { CHECK(!thrown); });
  loop.poll();
  CHECK(went_on);
}
