#include "canary/script/arena.hpp"

#include <sys/mman.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <new>

namespace canary::script {
namespace {

constexpr std::size_t page = 4096;
constexpr std::size_t alignment = 8;
constexpr std::size_t header_bytes = 8;
constexpr std::size_t least_total = 24;      // header, two links, and the footer that a free block has
constexpr std::size_t least_remainder = 32;  // a smaller rest stays with its block
constexpr unsigned second_bits = 5, second_count = 1u << second_bits;
constexpr unsigned linear_limit_bits = 8;  // below 256 bytes, one list for each multiple of 8
constexpr unsigned first_count = 33 - linear_limit_bits + 1;
constexpr std::uint64_t free_flag = 1, previous_free_flag = 2, flags = 7;

struct list_index {
  unsigned first, second;
};

// The list in which a free block of `total` bytes belongs.
list_index index_of(std::size_t total) {
  if (total < (1u << linear_limit_bits)) return {0, static_cast<unsigned>(total / alignment)};
  const auto log = static_cast<unsigned>(std::bit_width(total) - 1);
  return {log - linear_limit_bits + 1, static_cast<unsigned>(total >> (log - second_bits)) - second_count};
}

// The first list all of whose blocks hold `total` bytes.
list_index fitting_index(std::size_t total) {
  if (total >= (1u << linear_limit_bits)) {
    const auto log = static_cast<unsigned>(std::bit_width(total) - 1);
    total += (std::size_t{1} << (log - second_bits)) - 1;
  }
  return index_of(total);
}

// Null where the system refuses, or has something else at `wanted`.
void* reserve(void* wanted, std::size_t size, int placing) {
  void* range =
      ::mmap(wanted, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | placing, -1, 0);
  if (range == MAP_FAILED) return nullptr;
  // A VM touches some 120 KB of its range: a page of 2 MiB would be the dearer one.
  ::madvise(range, size, MADV_NOHUGEPAGE);
  // A kernel that does not know the flag takes the address for a wish.
  if (wanted == nullptr || range == wanted) return range;
  ::munmap(range, size);
  return nullptr;
}

}  // namespace

// A block's size counts its header. A free block that is followed by another repeats its size in its last 8 bytes,
// where the follower finds it; links are offsets from the base in units of 8 bytes, 0 being none.
struct arena::block {
  std::uint64_t size_and_flags;
  std::uint32_t next, previous;  // only while free

  std::size_t size() const { return size_and_flags & ~flags; }
  bool is_free() const { return (size_and_flags & free_flag) != 0; }
  bool previous_is_free() const { return (size_and_flags & previous_free_flag) != 0; }
  void set_size(std::size_t size) { size_and_flags = size | (size_and_flags & flags); }
  std::byte* bytes() { return reinterpret_cast<std::byte*>(this); }
  std::uint64_t& footer() { return *reinterpret_cast<std::uint64_t*>(bytes() + size() - sizeof(std::uint64_t)); }
  void* payload() { return bytes() + header_bytes; }
  static block* of(void* payload) { return reinterpret_cast<block*>(static_cast<std::byte*>(payload) - header_bytes); }
};

struct arena::state {
  std::uint64_t top;   // offset of what has never been handed out; nothing free ends there
  std::uint64_t peak;  // the highest top since the reset
  std::uint64_t used;
  std::uint32_t first_map;
  std::uint32_t second_map[first_count];
  std::uint32_t lists[first_count][second_count];
};

arena::arena(std::size_t size) : arena(nullptr, 0) {
  const std::size_t whole = (std::clamp<std::size_t>(size, 64u << 10, std::size_t{8} << 30) + page - 1) / page * page;
  void* range = reserve(nullptr, whole, 0);
  if (range == nullptr) throw std::bad_alloc{};
  base_ = static_cast<std::byte*>(range);
  size_ = whole;
  reset();
}

arena::arena(void* range, std::size_t size) noexcept : base_(static_cast<std::byte*>(range)), size_(size) {}

std::unique_ptr<arena> arena::alike(const arena& other) {
  constexpr std::ptrdiff_t distance = std::ptrdiff_t{4} << 30, attempts = 64;
  for (std::ptrdiff_t i = 1; i <= attempts; ++i) {
    void* range = reserve(other.base_ - i * distance, other.size_, MAP_FIXED_NOREPLACE);
    if (range == nullptr) continue;
    std::unique_ptr<arena> found(new arena(range, other.size_));
    found->reset();
    return found;
  }
  throw std::bad_alloc{};
}

arena::~arena() {
  if (base_ != nullptr) ::munmap(base_, size_);
}

arena::state& arena::head() const noexcept { return *reinterpret_cast<state*>(base_); }
arena::block* arena::at(std::uint32_t offset) const noexcept {
  return reinterpret_cast<block*>(base_ + std::size_t{offset} * alignment);
}
std::uint32_t arena::offset_of(const block* b) const noexcept {
  return static_cast<std::uint32_t>(static_cast<std::size_t>(reinterpret_cast<const std::byte*>(b) - base_) /
                                    alignment);
}

// Null where `b` is the last below the top.
arena::block* arena::following(block* b) const noexcept {
  std::byte* end = b->bytes() + b->size();
  return end == base_ + head().top ? nullptr : reinterpret_cast<block*>(end);
}

void arena::drop_beyond(std::size_t keep) noexcept {
  const std::size_t touched = resident();
  const std::size_t first_dropped = (std::max(keep, sizeof(state)) + page - 1) / page * page;
  if (touched > first_dropped) ::madvise(base_ + first_dropped, touched - first_dropped, MADV_DONTNEED);
  resident_before_ = std::min(touched, first_dropped);
  head().peak = std::min<std::uint64_t>(head().peak, first_dropped);
}

void arena::drop_pages(std::size_t first, std::size_t count) noexcept {
  ::madvise(base_ + first * page, count * page, MADV_DONTNEED);
}

void arena::reset() noexcept {
  resident_before_ = resident();
  state& s = head();
  std::memset(&s, 0, sizeof s);
  s.top = (sizeof(state) + alignment - 1) / alignment * alignment;
  s.peak = s.top;
}

void arena::wipe_free() noexcept {
  const state& s = head();
  for (std::uint32_t map = s.first_map; map != 0; map &= map - 1) {
    for (const std::uint32_t offset : s.lists[std::countr_zero(map)]) {
      for (block* b = at(offset); b != at(0); b = at(b->next)) {
        std::memset(b->bytes() + sizeof(block), 0, b->size() - sizeof(block) - sizeof(std::uint64_t));
      }
    }
  }
  std::memset(base_ + s.top, 0, s.peak - s.top);
  resident_before_ = resident();
  head().peak = s.top;
}

std::span<std::byte> arena::contents() const noexcept { return {base_, head().top}; }

std::vector<std::span<std::byte>> arena::blocks() const {
  std::vector<std::span<std::byte>> found;
  constexpr std::size_t first = (sizeof(state) + alignment - 1) / alignment * alignment;
  for (block* b = first == head().top ? nullptr : reinterpret_cast<block*>(base_ + first); b != nullptr;
       b = following(b)) {
    if (!b->is_free()) found.push_back({b->bytes() + header_bytes, b->size() - header_bytes});
  }
  return found;
}

std::size_t arena::room_in(const void* payload) const noexcept {
  return block::of(const_cast<void*>(payload))->size() - header_bytes;
}

std::size_t arena::used() const noexcept { return head().used; }
std::size_t arena::peak() const noexcept { return head().peak; }
std::size_t arena::resident() const noexcept { return std::max<std::size_t>(resident_before_, head().peak); }

void arena::insert(block* b) noexcept {
  state& s = head();
  const list_index i = index_of(b->size());
  std::uint32_t& list = s.lists[i.first][i.second];
  b->size_and_flags |= free_flag;
  b->footer() = b->size();
  b->previous = 0;
  b->next = list;
  if (list != 0) at(list)->previous = offset_of(b);
  list = offset_of(b);
  s.first_map |= 1u << i.first;
  s.second_map[i.first] |= 1u << i.second;
}

void arena::remove(block* b) noexcept {
  state& s = head();
  const list_index i = index_of(b->size());
  if (b->next != 0) at(b->next)->previous = b->previous;
  if (b->previous != 0) {
    at(b->previous)->next = b->next;
  } else {
    s.lists[i.first][i.second] = b->next;
    if (b->next == 0) {
      s.second_map[i.first] &= ~(1u << i.second);
      if (s.second_map[i.first] == 0) s.first_map &= ~(1u << i.first);
    }
  }
  b->size_and_flags &= ~free_flag;
}

arena::block* arena::take_fitting(std::size_t total) noexcept {
  state& s = head();
  const list_index i = fitting_index(total);
  if (i.first >= first_count) return nullptr;
  unsigned first = i.first;
  std::uint32_t map = s.second_map[first] & ~0u << i.second;
  if (map == 0) {
    const std::uint32_t larger = first + 1 < 32 ? s.first_map & ~0u << (first + 1) : 0;
    if (larger == 0) return nullptr;
    first = static_cast<unsigned>(std::countr_zero(larger));
    map = s.second_map[first];
  }
  block* b = at(s.lists[first][static_cast<unsigned>(std::countr_zero(map))]);
  remove(b);
  if (block* next = following(b)) next->size_and_flags &= ~previous_free_flag;
  return b;
}

// The list that `total` itself belongs in may have a block that is large enough, among smaller ones.
arena::block* arena::take_exact(std::size_t total) noexcept {
  const list_index i = index_of(total);
  if (i.first >= first_count) return nullptr;
  for (std::uint32_t offset = head().lists[i.first][i.second]; offset != 0; offset = at(offset)->next) {
    block* b = at(offset);
    if (b->size() < total) continue;
    remove(b);
    if (block* next = following(b)) next->size_and_flags &= ~previous_free_flag;
    return b;
  }
  return nullptr;
}

// Joins `b`, which is in no list, with its free neighbours, or with the top.
void arena::give_back(block* b) noexcept {
  state& s = head();
  if (b->previous_is_free()) {
    const std::uint64_t size = *reinterpret_cast<std::uint64_t*>(b->bytes() - sizeof(std::uint64_t));
    auto* previous = reinterpret_cast<block*>(b->bytes() - size);
    remove(previous);
    previous->set_size(size + b->size());
    b = previous;
  }
  block* next = following(b);
  if (next != nullptr && next->is_free()) {
    remove(next);
    b->set_size(b->size() + next->size());
    next = following(b);
  }
  if (next == nullptr) {
    s.top = static_cast<std::uint64_t>(b->bytes() - base_);
  } else {
    next->size_and_flags |= previous_free_flag;
    insert(b);
  }
}

// Gives back what `b` has beyond `total`, if that is worth a block.
void arena::trim(block* b, std::size_t total) noexcept {
  const std::size_t rest = b->size() - total;
  if (rest < least_remainder) return;
  b->set_size(total);
  auto* remainder = reinterpret_cast<block*>(b->bytes() + total);
  remainder->size_and_flags = rest;
  head().used -= rest;
  give_back(remainder);
}

void* arena::allocate(std::size_t bytes) noexcept {
  if (bytes == 0 || bytes > size_) return nullptr;
  state& s = head();
  const std::size_t total = std::max(least_total, (bytes + header_bytes + alignment - 1) / alignment * alignment);
  block* b = take_fitting(total);
  if (b == nullptr && total > size_ - s.top) b = take_exact(total);
  if (b == nullptr) {
    if (total > size_ - s.top) return nullptr;
    b = reinterpret_cast<block*>(base_ + s.top);
    b->size_and_flags = total;
    s.top += total;
    s.peak = std::max(s.peak, s.top);
  }
  s.used += b->size();
  trim(b, total);
  return b->payload();
}

void arena::release(void* payload) noexcept {
  if (payload == nullptr) return;
  block* b = block::of(payload);
  head().used -= b->size();
  give_back(b);
}

void* arena::reallocate(void* payload, std::size_t bytes) noexcept {
  if (payload == nullptr) return allocate(bytes);
  if (bytes == 0) return release(payload), nullptr;
  if (bytes > size_) return nullptr;
  state& s = head();
  block* b = block::of(payload);
  const std::size_t total = std::max(least_total, (bytes + header_bytes + alignment - 1) / alignment * alignment);
  const std::size_t before = b->size();
  if (total > before) {
    block* next = following(b);
    if (next == nullptr && total - before <= size_ - s.top) {
      s.top += total - before;
      s.peak = std::max(s.peak, s.top);
      b->set_size(total);
    } else if (next != nullptr && next->is_free() && before + next->size() >= total) {
      remove(next);
      b->set_size(before + next->size());
      if (block* after = following(b)) after->size_and_flags &= ~previous_free_flag;
    } else {
      void* moved = allocate(bytes);
      if (moved == nullptr) return nullptr;
      std::memcpy(moved, payload, before - header_bytes);
      release(payload);
      return moved;
    }
    s.used += b->size() - before;
  }
  trim(b, total);
  return payload;
}

}  // namespace canary::script
