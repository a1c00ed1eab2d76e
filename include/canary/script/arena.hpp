#pragma once
// The memory of one VM: a reserved range of addresses with an allocator inside, dropped whole when the VM is gone.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace canary::script {

/// Two-level segregated fit (Masmano, Ripoll, Crespo, Real: "TLSF", ECRTS 2004): allocation and release in constant
/// time, neighbours joined at once. Pages are paid for when they are touched, not when they are reserved. All of the
/// allocator's state lies inside the range, as offsets, so that the range can be copied elsewhere.
///
/// Not for two threads. Blocks are aligned to 8 bytes.
class arena {
 public:
  /// Reserves `size` bytes, rounded up to whole pages; at least 64 KiB, at most 8 GiB. Throws std::bad_alloc where the
  /// system has no such range.
  explicit arena(std::size_t size);

  /// A range of the same size at an address that differs from `other`'s by a multiple of 4 GiB: what is derived from
  /// the low half of an address is the same in both. Throws std::bad_alloc where the system has none.
  static std::unique_ptr<arena> alike(const arena& other);

  ~arena();
  arena(const arena&) = delete;
  arena& operator=(const arena&) = delete;

  /// Null where the range is full. 0 bytes give null.
  void* allocate(std::size_t bytes) noexcept;

  /// As realloc: null where it cannot grow, and then `block` is as it was. A null block is allocated, 0 bytes release.
  void* reallocate(void* block, std::size_t bytes) noexcept;

  /// Null is ignored.
  void release(void* block) noexcept;

  /// Forgets all blocks. What was touched stays in memory.
  void reset() noexcept;

  /// Gives all but the first `keep` bytes back to the system, if more were touched. What was in the arena is lost.
  void drop_beyond(std::size_t keep) noexcept;

  /// Gives `count` pages of 4 KiB from the page `first` back to the system: they hold nothing afterwards.
  void drop_pages(std::size_t first, std::size_t count) noexcept;

  /// Zeroes what released blocks have left behind, and forgets how far it was touched.
  void wipe_free() noexcept;

  /// All that was ever handed out and is below what is free to the end, the allocator's own state included: what
  /// another arena becomes this one's copy by.
  std::span<std::byte> contents() const noexcept;

  /// The blocks that are handed out, in the order of their addresses, each with all the room that it has.
  std::vector<std::span<std::byte>> blocks() const;

  /// Where the range begins: another arena's contents may be written there, from then on they are this one's.
  std::byte* base() const noexcept { return base_; }

  /// How many bytes `block` has room for: as many as were asked for, or a few more.
  std::size_t room_in(const void* block) const noexcept;

  std::size_t size() const noexcept { return size_; }
  /// Bytes in blocks, their headers included.
  std::size_t used() const noexcept;
  /// How far the range has been touched since the last reset, in bytes: what the VM cost in memory.
  std::size_t peak() const noexcept;
  /// At most so many bytes of it are in the system's memory, those from before the last reset included.
  std::size_t resident() const noexcept;

 private:
  arena(void* range, std::size_t size) noexcept;
  struct state;
  struct block;
  state& head() const noexcept;
  block* at(std::uint32_t offset) const noexcept;
  std::uint32_t offset_of(const block* b) const noexcept;
  block* following(block* b) const noexcept;
  void insert(block* b) noexcept;
  void remove(block* b) noexcept;
  block* take_fitting(std::size_t total) noexcept;
  block* take_exact(std::size_t total) noexcept;
  void give_back(block* b) noexcept;
  void trim(block* b, std::size_t total) noexcept;

  std::byte* base_ = nullptr;
  std::size_t size_ = 0;
  std::size_t resident_before_ = 0;  // when it was last dropped or overwritten
};

}  // namespace canary::script
