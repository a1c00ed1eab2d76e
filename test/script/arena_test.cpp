#include "canary/script/arena.hpp"

#include "support/catch.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <map>
#include <random>
#include <vector>

using canary::script::arena;

namespace {

constexpr std::size_t headers_and_rounding = 8 + 7 + 24 + 32;  // a block's header, alignment, least size, unsplit rest

std::byte pattern(unsigned seed, std::size_t i) { return static_cast<std::byte>(seed * 131 + i * 7 + i / 251); }

// What an allocator promises, kept beside the arena and compared with it at every step.
class model {
 public:
  explicit model(arena& memory) : memory_(memory) {}

  bool allocate(std::size_t bytes) {
    void* p = memory_.allocate(bytes);
    if (p == nullptr) return false;
    adopt(p, bytes);
    return true;
  }

  bool reallocate(std::size_t which, std::size_t bytes) {
    const auto found = nth(which);
    const auto [address, old] = *found;
    void* p = memory_.reallocate(address, bytes);
    if (p == nullptr) {
      check_content(static_cast<std::byte*>(address), old.bytes, old.seed);
      return false;
    }
    check_content(static_cast<std::byte*>(p), std::min(old.bytes, bytes), old.seed);
    blocks_.erase(found);
    sum_ -= old.bytes;
    adopt(p, bytes);
    return true;
  }

  void release(std::size_t which) {
    const auto found = nth(which);
    const auto [address, b] = *found;
    check_content(static_cast<std::byte*>(address), b.bytes, b.seed);
    memory_.release(address);
    sum_ -= b.bytes;
    blocks_.erase(found);
  }

  void check_accounts() const {
    REQUIRE(memory_.used() >= sum_);
    REQUIRE(memory_.used() <= sum_ + blocks_.size() * headers_and_rounding);
    REQUIRE(memory_.peak() >= memory_.used());
    REQUIRE(memory_.peak() <= memory_.size());
  }

  void check_all_contents() const {
    for (const auto& [address, b] : blocks_) check_content(static_cast<std::byte*>(address), b.bytes, b.seed);
  }

  std::size_t count() const { return blocks_.size(); }

 private:
  struct kept {
    std::size_t bytes;
    unsigned seed;
  };
  using blocks = std::map<void*, kept>;

  blocks::iterator nth(std::size_t which) {
    return std::next(blocks_.begin(), static_cast<std::ptrdiff_t>(which % blocks_.size()));
  }

  void adopt(void* p, std::size_t bytes) {
    auto* at = static_cast<std::byte*>(p);
    REQUIRE(reinterpret_cast<std::uintptr_t>(p) % 8 == 0);
    const auto after = blocks_.lower_bound(p);
    if (after != blocks_.end()) REQUIRE(at + bytes <= after->first);
    if (after != blocks_.begin()) {
      const auto before = std::prev(after);
      REQUIRE(static_cast<std::byte*>(before->first) + before->second.bytes <= at);
    }
    const unsigned seed = ++seeds_;
    for (std::size_t i = 0; i < bytes; ++i) at[i] = pattern(seed, i);
    blocks_.emplace(p, kept{bytes, seed});
    sum_ += bytes;
  }

  static void check_content(const std::byte* at, std::size_t bytes, unsigned seed) {
    bool same = true;
    for (std::size_t i = 0; i < bytes; ++i) same = same && at[i] == pattern(seed, i);
    REQUIRE(same);
  }

  arena& memory_;
  blocks blocks_;
  std::size_t sum_ = 0;
  unsigned seeds_ = 0;
};

// The most that an empty arena gives in one block.
std::size_t largest_block(arena& memory) {
  std::size_t low = 0, high = memory.size();
  while (low < high) {
    const std::size_t middle = low + (high - low + 1) / 2;
    void* p = memory.allocate(middle);
    memory.release(p);
    if (p != nullptr) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

std::size_t resident_pages(const void* from, std::size_t bytes) {
  const std::uintptr_t first = (reinterpret_cast<std::uintptr_t>(from) + 4095) / 4096 * 4096;
  std::vector<unsigned char> pages((bytes - 4096) / 4096);
  REQUIRE(::mincore(reinterpret_cast<void*>(first), pages.size() * 4096, pages.data()) == 0);
  return static_cast<std::size_t>(
      std::count_if(pages.begin(), pages.end(), [](unsigned char p) { return (p & 1) != 0; }));
}

}  // namespace

TEST_CASE("whatever is asked of an arena, blocks keep their content, their alignment and their distance") {
  struct row {
    const char* name;
    std::size_t arena_bytes, largest;
  };
  const row rows[] = {{"small blocks in a small range", 128u << 10, 64},
                      {"an engine's mixture", 4u << 20, 3000},
                      {"blocks that fill the range", 256u << 10, 60'000}};
  for (const auto& r : rows) {
    for (const unsigned seed : {1u, 2u, 3u, 4u}) {
      CAPTURE(r.name, seed);
      std::mt19937 random(seed);
      const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random()) % n; };
      // Sizes as an engine asks for them: mostly small.
      const auto some_size = [&] {
        return 1 + below(below(3) == 0 ? r.largest : std::min<std::size_t>(r.largest, 200));
      };
      arena memory(r.arena_bytes);
      const std::size_t whole = largest_block(memory);
      model expected(memory);
      int refused = 0;
      for (int step = 0; step < 6000; ++step) {
        // In waves, so that the range fills up and empties.
        const bool growing = step / 500 % 2 == 0;
        const std::size_t action = below(10);
        if (expected.count() == 0 || action < (growing ? 6u : 2u)) {
          refused += expected.allocate(some_size()) ? 0 : 1;
        } else if (action < 8) {
          refused += expected.reallocate(below(1u << 20), some_size()) ? 0 : 1;
        } else {
          expected.release(below(1u << 20));
        }
        expected.check_accounts();
        if (step % 500 == 0) expected.check_all_contents();
      }
      if (r.largest > 10'000) CHECK(refused > 0);  // or the case shows nothing of a full range
      while (expected.count() > 0) expected.release(below(1u << 20));
      CHECK(memory.used() == 0);
      // All neighbours are joined again.
      CHECK(largest_block(memory) == whole);
    }
  }
}

TEST_CASE("a full arena gives null and leaves its blocks as they are") {
  arena memory(64u << 10);
  model expected(memory);
  while (expected.allocate(500)) {
  }
  while (expected.allocate(1)) {
  }
  const std::size_t used = memory.used();
  CHECK(used > 60u << 10);
  CHECK(memory.allocate(1) == nullptr);
  for (std::size_t i = 0; i < expected.count(); ++i) REQUIRE(!expected.reallocate(i, 2000));
  expected.check_all_contents();
  CHECK(memory.used() == used);
}

TEST_CASE("sizes at the edges are answered as realloc answers them") {
  arena memory(64u << 10);
  constexpr std::size_t most = std::numeric_limits<std::size_t>::max();
  CHECK(memory.allocate(0) == nullptr);
  CHECK(memory.reallocate(nullptr, 0) == nullptr);
  memory.release(nullptr);
  CHECK(memory.used() == 0);
  for (const std::size_t huge : {memory.size(), memory.size() + 1, most / 2, most - 15, most - 7, most - 1, most}) {
    CAPTURE(huge);
    CHECK(memory.allocate(huge) == nullptr);
    CHECK(memory.reallocate(nullptr, huge) == nullptr);
    void* block = memory.allocate(40);
    std::memset(block, 7, 40);
    CHECK(memory.reallocate(block, huge) == nullptr);
    CHECK(std::all_of(static_cast<char*>(block), static_cast<char*>(block) + 40, [](char c) { return c == 7; }));
    CHECK(memory.reallocate(block, 0) == nullptr);
    CHECK(memory.used() == 0);
  }
  void* one = memory.reallocate(nullptr, 1);
  REQUIRE(one != nullptr);
  *static_cast<char*>(one) = 1;
  CHECK(memory.used() >= 1);
  memory.release(one);
  CHECK(memory.used() == 0);
}

TEST_CASE("a released block's neighbours become one block, in whatever order they go") {
  const int orders[][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
  for (const auto& order : orders) {
    CAPTURE(order[0], order[1], order[2]);
    arena memory(64u << 10);
    void* parts[3];
    for (auto& part : parts) part = memory.allocate(15'000);
    REQUIRE(parts[2] != nullptr);
    void* fence = memory.allocate(1000);
    REQUIRE(fence != nullptr);
    while (memory.allocate(100) != nullptr) {
    }
    CHECK(memory.allocate(45'000) == nullptr);
    for (const int i : order) memory.release(parts[i]);
    // Fits find a block by its size class: ask for a little less than the three had.
    CHECK(memory.allocate(44'000) != nullptr);
  }
}

TEST_CASE(
    "a block that is shortened leaves its rest to others, and one that is lengthened takes what is free behind it") {
  arena memory(64u << 10);
  void* block = memory.allocate(10'000);
  void* fence = memory.allocate(8);
  REQUIRE(fence != nullptr);
  const std::size_t used = memory.used();
  CHECK(memory.reallocate(block, 100) == block);
  CHECK(memory.used() < used - 9000);
  CHECK(memory.reallocate(block, 9990) == block);
  CHECK(memory.reallocate(block, 11'000) != block);
}

TEST_CASE("the peak rises with what is touched, stays when blocks go, and falls with a reset") {
  arena memory(1u << 20);
  const std::size_t empty = memory.peak();
  void* block = memory.allocate(500'000);
  const std::size_t full = memory.peak();
  CHECK(full >= empty + 500'000);
  memory.release(block);
  CHECK(memory.peak() == full);
  CHECK(memory.allocate(1000) != nullptr);
  CHECK(memory.peak() == full);
  memory.drop_beyond(0);
  memory.reset();
  CHECK(memory.peak() == empty);
  CHECK(memory.used() == 0);
}

TEST_CASE("what is beyond what is kept goes back to the system, and a reset forgets all blocks") {
  for (const std::size_t keep : {std::size_t{0}, std::size_t{256u << 10}, std::size_t{64u << 20}}) {
    CAPTURE(keep);
    arena memory(8u << 20);
    const std::size_t whole = largest_block(memory);
    memory.drop_beyond(0);
    memory.reset();
    constexpr std::size_t bytes = 4u << 20;
    void* block = memory.allocate(bytes);
    std::memset(block, 1, bytes);
    REQUIRE(resident_pages(block, bytes) >= bytes / 4096 - 2);
    memory.drop_beyond(keep);
    memory.reset();
    CHECK(resident_pages(block, bytes) <= std::min(keep, bytes) / 4096);
    if (keep > 0) CHECK(resident_pages(block, bytes) >= std::min(keep, bytes) / 4096 - 4);
    CHECK(memory.used() == 0);
    CHECK(largest_block(memory) == whole);
    model expected(memory);
    for (int i = 0; i < 100; ++i) CHECK(expected.allocate(10'000));
    expected.check_all_contents();
  }
}

TEST_CASE("an arena is at least 64 KiB and at most 8 GiB large, and costs what is touched of it") {
  CHECK(arena(0).size() == 64u << 10);
  CHECK(arena(1).size() == 64u << 10);
  CHECK(arena((64u << 10) + 1).size() == (68u << 10));
  arena large(std::numeric_limits<std::size_t>::max());
  REQUIRE(large.size() == std::size_t{8} << 30);
  std::vector<char*> parts;
  for (int i = 0; i < 3; ++i) parts.push_back(static_cast<char*>(large.allocate(std::size_t{2} << 30)));
  for (char* part : parts) {
    REQUIRE(part != nullptr);
    part[0] = part[(std::size_t{2} << 30) - 1] = 1;
  }
  CHECK(large.allocate(std::size_t{3} << 30) == nullptr);
  large.release(parts[0]);
  large.release(parts[1]);
  CHECK(large.allocate(std::size_t{3} << 30) == parts[0]);
  CHECK(parts[2][0] == 1);
}

TEST_CASE("a hole that fits exactly is used where there is no other room") {
  canary::script::arena memory(64u << 20);
  void* first = memory.allocate(20'000'000);
  REQUIRE(memory.allocate(30'000'000) != nullptr);
  memory.release(first);
  CHECK(memory.allocate(20'000'000) == first);
  CHECK(memory.allocate(20'000'000) == nullptr);
}
