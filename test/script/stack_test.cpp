#include "canary/script/stack.hpp"

#include "script/own_stack.hpp"
#include "support/catch.hpp"

#include <boost/context/fiber.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <functional>

using namespace canary::script;

namespace {

std::uintptr_t number(const void* p) { return reinterpret_cast<std::uintptr_t>(p); }

char* lowest(const boost::context::stack_context& stack) { return static_cast<char*>(stack.sp) - stack.size; }

// How a child that does this ends: 0, or the signal that killed it.
int signal_of_child(const std::function<void()>& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGSEGV, SIG_DFL);
    work();
    ::_exit(0);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

// Runs `work` on a stack of `pool`, to its end.
void on_stack_of(const std::shared_ptr<stack_pool>& pool, const std::function<void()>& work) {
  boost::context::fiber fiber(std::allocator_arg, stack_allocator(pool), [&](boost::context::fiber&& back) {
    work();
    return std::move(back);
  });
  std::move(fiber).resume();
}

[[gnu::noinline]] bool descend_until(const std::function<bool()>& enough, int levels_left) {
  volatile char frame[512] = {};
  frame[0] = 1;
  if (enough()) return true;
  if (levels_left == 0) return false;
  const bool found = descend_until(enough, levels_left - 1);
  return found && frame[0] == 1;
}

}  // namespace

TEST_CASE("a pool's stacks lie at multiples of their size and hold all of it but the guard and the word") {
  stack_pool pool;
  for (int i = 0; i < 20; ++i) {
    const auto stack = pool.allocate();
    CHECK(number(stack.sp) % 16 == 0);
    CHECK(number(stack.sp) / stack_bytes == number(lowest(stack)) / stack_bytes);
    CHECK(number(lowest(stack)) % stack_bytes == 4096);
    CHECK(stack.size > stack_bytes - 8192);
    *lowest(stack) = 1;
    static_cast<char*>(stack.sp)[-1] = 1;
    pool.deallocate(stack);
  }
}

TEST_CASE("stacks that are given back are used again, and those in use are not shared") {
  stack_pool pool;
  const auto first = pool.allocate(), second = pool.allocate();
  CHECK(first.sp != second.sp);
  pool.deallocate(first);
  const auto again = pool.allocate();
  CHECK(again.sp == first.sp);
  CHECK(again.size == first.size);
  const auto third = pool.allocate();
  CHECK(third.sp != again.sp);
  CHECK(third.sp != second.sp);
  for (const auto& stack : {again, second, third}) pool.deallocate(stack);
}

TEST_CASE("touching the page below a stack kills, and touching its lowest byte does not") {
  stack_pool pool;
  const auto stack = pool.allocate();
  CHECK(signal_of_child([&] { *static_cast<volatile char*>(lowest(stack)) = 1; }) == 0);
  for (const std::ptrdiff_t below : {std::ptrdiff_t{1}, std::ptrdiff_t{2048}, std::ptrdiff_t{4096}}) {
    CAPTURE(below);
    CHECK(signal_of_child([&] { *static_cast<volatile char*>(lowest(stack) - below) = 1; }) == SIGSEGV);
  }
  pool.deallocate(stack);
  // A stack keeps its guard through reuse.
  const auto again = pool.allocate();
  CHECK(signal_of_child([&] { *static_cast<volatile char*>(lowest(again) - 1) = 1; }) == SIGSEGV);
  pool.deallocate(again);
}

TEST_CASE("code that recurses is told that its stack is short while the reserve is whole") {
  const auto pool = std::make_shared<stack_pool>();
  on_stack_of(pool, [] {
    CHECK(!stack_is_short());
    const std::size_t at_first = stack_left();
    CHECK(at_first > stack_bytes / 2);
    CHECK(at_first < stack_bytes - stack_reserve_bytes);
    std::size_t before = at_first, place_of_turn = 0;
    bool falls = true, agrees = true;
    const bool turned = descend_until(
        [&] {
          const std::size_t left = stack_left();
          falls = falls && (left < before || left == 0 || before == at_first);
          before = left;
          const bool is_short = stack_is_short();
          agrees = agrees && is_short == (left == 0);
          if (is_short) place_of_turn = number(__builtin_frame_address(0)) % stack_bytes;
          return is_short;
        },
        100'000);
    CHECK(turned);
    CHECK(falls);
    CHECK(agrees);
    // Nobody has gone deeper than a few frames into the reserve.
    CHECK(place_of_turn > stack_reserve_bytes - 8192);
    CHECK(place_of_turn < stack_reserve_bytes + 8192);
    CHECK(!stack_is_short());
  });
}

TEST_CASE("each stack has its own word, null at first and after reuse") {
  const auto pool = std::make_shared<stack_pool>();
  int mine = 0, others = 0;
  on_stack_of(pool, [&] {
    CHECK(stack_word() == nullptr);
    stack_word() = &mine;
    on_stack_of(pool, [&] {
      CHECK(stack_word() == nullptr);
      stack_word() = &others;
    });
    CHECK(stack_word() == &mine);
    CHECK(descend_until([&] { return stack_is_short() && stack_word() == &mine; }, 100'000));
    on_stack_of(pool, [&] { CHECK(stack_word() == nullptr); });
  });
}

TEST_CASE("an exception crosses from a stack of its own to its caller") {
  CHECK_THROWS_WITH(on_own_stack([] { throw std::runtime_error("from below"); }), "from below");
  int calls = 0;
  on_own_stack([&] { ++calls; });
  CHECK(calls == 1);
}
