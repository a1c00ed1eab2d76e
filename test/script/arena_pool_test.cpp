#include "script/arena_pool.hpp"

#include "support/catch.hpp"

using namespace canary::script;

TEST_CASE("an arena comes back warm, however much its last VM used, and cold beyond what is kept") {
  arena_pool pool;
  constexpr std::size_t size = 200u << 20, warm = 256u << 10;
  auto memory = pool.take(size, warm);
  const std::byte* base = memory->base();
  memory->reset();
  CHECK(memory->allocate(150u << 20) != nullptr);
  CHECK(memory->resident() > 150u << 20);
  pool.give_back(std::move(memory), warm);
  memory = pool.take(size, warm);
  CHECK(memory->base() == base);
  CHECK(memory->resident() <= warm);
}

TEST_CASE("arenas that nobody asks for any more make room for others") {
  arena_pool pool;
  constexpr std::size_t size = 2u << 20, warm = 1u << 20;
  std::vector<std::unique_ptr<arena>> burst;
  for (int i = 0; i < 200; ++i) {
    burst.push_back(pool.take(size, warm));
    burst.back()->reset();
    CHECK(burst.back()->allocate(warm) != nullptr);
  }
  for (auto& memory : burst) pool.give_back(std::move(memory), warm);

  auto other = pool.take(size, warm / 2);
  const std::byte* base = other->base();
  other->reset();
  CHECK(other->allocate(warm / 4) != nullptr);
  pool.give_back(std::move(other), warm / 2);
  CHECK(pool.take(size, warm / 2)->base() == base);
}
