#include "script/heap_image.hpp"

#include "support/catch.hpp"

#include <algorithm>
#include <cstring>

using namespace canary::script;

namespace {

struct node {
  node* next;
  std::uint64_t value;
};

// A list of three, the same in each arena, and how far from the arena's beginning it starts.
std::size_t build(arena& memory, std::uint64_t last_value = 3) {
  auto* third = static_cast<node*>(memory.allocate(sizeof(node)));
  auto* second = static_cast<node*>(memory.allocate(sizeof(node)));
  auto* first = static_cast<node*>(memory.allocate(sizeof(node)));
  *third = {nullptr, last_value};
  *second = {third, 2};
  *first = {second, 1};
  return static_cast<std::size_t>(reinterpret_cast<std::byte*>(first) - memory.base());
}

}  // namespace

TEST_CASE("an arena alike is of the same size, at an address that has the same low half") {
  const arena one(1u << 20);
  const auto other = arena::alike(one);
  CHECK(other->size() == one.size());
  CHECK(other->base() != one.base());
  const auto distance = reinterpret_cast<std::uint64_t>(one.base()) - reinterpret_cast<std::uint64_t>(other->base());
  CHECK(static_cast<std::uint32_t>(distance) == 0);
}

TEST_CASE("what was built twice can be had at any address, and is complete there") {
  const arena first(1u << 20);
  const auto second = arena::alike(first);
  const std::size_t head = build(const_cast<arena&>(first));
  build(*second);
  const auto image = heap_image::of(first, *second);
  REQUIRE(image.has_value());
  CHECK(image->addresses() == 2);
  CHECK(image->size() == first.contents().size());

  for (const std::size_t size : {64u << 10, 1u << 20, 64u << 20}) {
    CAPTURE(size);
    arena target(size);
    void* stale = target.allocate(5000);
    std::memset(stale, 0xff, 5000);
    image->copy_to(target);
    const auto* n = reinterpret_cast<const node*>(target.base() + head);
    CHECK(n->value == 1);
    CHECK(n->next->value == 2);
    CHECK(n->next->next->value == 3);
    CHECK(n->next->next->next == nullptr);
    for (const node* p = n; p != nullptr; p = p->next) {
      const auto* address = reinterpret_cast<const std::byte*>(p);
      CHECK((address >= target.base() && address < target.base() + image->size()));
    }
    CHECK(target.used() == first.used());
    // The copy's allocator goes on where the original's stood, up to the copy's own size.
    CHECK(target.allocate(size / 2) != nullptr);
    CHECK(target.allocate(size) == nullptr);
  }
}

TEST_CASE("a difference that is no address is refused, with its place") {
  const arena first(1u << 20);
  const auto second = arena::alike(first);
  auto& one = const_cast<arena&>(first);

  SECTION("two values") {
    build(one, 3);
    build(*second, 4);
    const auto image = heap_image::of(first, *second);
    REQUIRE_FALSE(image.has_value());
    CHECK(image.error().find("differ at byte ") != std::string::npos);
  }
  SECTION("two lengths") {
    build(one);
    build(*second);
    second->allocate(8);
    const auto image = heap_image::of(first, *second);
    REQUIRE_FALSE(image.has_value());
    CHECK(image.error().find("bytes long") != std::string::npos);
  }
  SECTION("an address outside") {
    int here = 0, there = 0;
    build(one);
    build(*second);
    *static_cast<void**>(one.allocate(8)) = &here;
    *static_cast<void**>(second->allocate(8)) = &there;
    CHECK_FALSE(heap_image::of(first, *second).has_value());
  }
  SECTION("the same address within one of them") {
    const std::size_t head = build(one);
    build(*second);
    for (arena* memory : {&one, second.get()}) *static_cast<void**>(memory->allocate(8)) = one.base() + head;
    CHECK_FALSE(heap_image::of(first, *second).has_value());
  }
  SECTION("an address at an odd place") {
    const std::size_t head = build(one);
    build(*second);
    for (arena* memory : {&one, second.get()}) {
      auto* room = static_cast<std::byte*>(memory->allocate(32));
      std::memset(room, 0, 32);
      void* address = memory->base() + head;
      std::memcpy(room + 3, &address, sizeof address);
    }
    CHECK_FALSE(heap_image::of(first, *second).has_value());
  }
}

TEST_CASE("wiping zeroes what released blocks have left, and nothing else") {
  arena memory(1u << 20);
  auto* before = static_cast<char*>(memory.allocate(100));
  auto* gone = static_cast<char*>(memory.allocate(1000));
  auto* after = static_cast<char*>(memory.allocate(100));
  auto* last = static_cast<char*>(memory.allocate(1000));
  for (auto [block, size] : {std::pair{before, 100}, {gone, 1000}, {after, 100}, {last, 1000}}) {
    std::memset(block, 0x55, static_cast<std::size_t>(size));
  }
  memory.release(gone);
  memory.release(last);
  memory.wipe_free();
  CHECK(std::all_of(before, before + 100, [](char c) { return c == 0x55; }));
  CHECK(std::all_of(after, after + 100, [](char c) { return c == 0x55; }));
  // All but the allocator's own words at the ends of the free block.
  CHECK(std::all_of(gone + 8, gone + 984, [](char c) { return c == 0; }));
  CHECK(std::all_of(last, last + 1000, [](char c) { return c == 0; }));
  auto* again = static_cast<char*>(memory.allocate(1000));
  CHECK(again == gone);
}

TEST_CASE("a heap is the same with its blocks in another order, the used ones first and no room between") {
  arena first(1u << 20);
  const auto second = arena::alike(first);
  std::size_t head = 0;
  for (arena* memory : {&first, second.get()}) {
    void* gap = memory->allocate(3000);
    head = build(*memory);
    auto* n = reinterpret_cast<node*>(memory->base() + head);
    // The end of a block is an address, too, and belongs to the block before it.
    *static_cast<void**>(memory->allocate(8)) = n + 1;
    memory->release(gap);
    memory->wipe_free();
  }
  const auto image = heap_image::of(first, *second);
  REQUIRE(image.has_value());

  arena tried(1u << 20);
  image->copy_to(tried);
  CHECK(image->changed_in(tried) == std::vector<bool>{false, false, false, false});
  reinterpret_cast<node*>(tried.base() + head)->value = 7;
  // The list was built from its end: its head is the third of the blocks.
  CHECK(image->changed_in(tried) == std::vector<bool>{false, false, true, false});

  std::size_t followed = head;
  const heap_image arranged = image->rearranged(image->changed_in(tried), followed);
  CHECK(arranged.addresses() == image->addresses());
  CHECK(arranged.size() + 2900 < image->size());
  arena target(1u << 20);
  arranged.copy_to(target);
  CHECK(followed == static_cast<std::size_t>(target.blocks()[0].data() - target.base()));
  const auto* n = reinterpret_cast<const node*>(target.base() + followed);
  CHECK(n->value == 1);
  CHECK(n->next->value == 2);
  CHECK(n->next->next->value == 3);
  CHECK(n->next->next->next == nullptr);
  const void* end = nullptr;
  std::memcpy(&end, target.blocks()[3].data(), sizeof end);
  CHECK(end == n + 1);
  CHECK(target.used() == first.used());
  CHECK(target.allocate(5000) != nullptr);
}
