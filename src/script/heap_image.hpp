#pragma once
// A heap as bytes that can be written to any address: what a VM is forked from.

#include "canary/script/arena.hpp"

#include <boost/system/result.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace canary::script {

/// Found by building the same heap twice, in two arenas: a word that differs by exactly the distance between them is an
/// address within the heap, and every other word is the same in both. Code and constants of the program have one
/// address, and need no change.
class heap_image {
 public:
  /// From two arenas in which the same was done, no block of which points to anything that will not live on. The error
  /// says where they differ in a way that this does not explain.
  static boost::system::result<heap_image, std::string> of(const arena& first, const arena& second);

  /// Which of its blocks, in the order of their addresses, differ in `used`, which was made from it and then used.
  std::vector<bool> changed_in(const arena& used) const;

  /// The same heap with its blocks close together: first those that `first` names, then the others. `followed`, an
  /// offset within a block, becomes where that is then. Throws std::bad_alloc.
  heap_image rearranged(const std::vector<bool>& first, std::size_t& followed) const;

  /// Makes `target` what the two arenas were. What it held is lost; what it has beyond the image may still be there, in
  /// memory that the engine writes before it reads. `target` is larger than the image.
  void copy_to(arena& target) const noexcept;

  std::size_t size() const noexcept { return words_.size() * sizeof(std::uint64_t); }
  /// How many of its words are addresses.
  std::size_t addresses() const noexcept { return addresses_; }

 private:
  // What an arena handed out, from its beginning, in bytes.
  struct block {
    std::size_t offset, size;
  };

  void find_blocks(const arena& memory);
  /// The one that `offset` is in, or the end of.
  std::size_t block_of(std::size_t offset) const;

  std::vector<block> blocks_;             // by offset
  std::vector<std::uint64_t> words_;      // addresses are from the arena's beginning
  std::vector<std::uint8_t> is_address_;  // for each word, 0 or 0xff
  std::size_t addresses_ = 0;
};

}  // namespace canary::script
