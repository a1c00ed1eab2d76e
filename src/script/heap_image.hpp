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

  /// Gives back to the system the pages of `copy` that are as this made them, and tells which: its copy is in order
  /// again once they are restored.
  std::vector<std::uint32_t> drop_unchanged(arena& copy) const;
  void restore(arena& copy, const std::vector<std::uint32_t>& pages) const noexcept;

  std::size_t size() const noexcept { return words_.size() * sizeof(std::uint64_t); }
  /// How many of its words are addresses.
  std::size_t addresses() const noexcept { return addresses_; }

 private:
  // What an arena handed out, from its beginning, in bytes.
  struct block {
    std::size_t offset, size;
  };

  void copy_words(arena& target, std::size_t begin, std::size_t end) const noexcept;
  bool is_unchanged(const arena& copy, std::size_t begin, std::size_t end) const noexcept;
  void find_blocks(const arena& memory);
  bool leads_to_block(std::size_t offset) const;
  /// The one that `offset` is in, or the end of: it leads to one.
  std::size_t block_of(std::size_t offset) const;

  std::vector<block> blocks_;            // by offset
  std::vector<std::uint64_t> words_;     // addresses are from the arena's beginning
  std::vector<std::int8_t> is_address_;  // for each word, 0 or -1
  std::size_t addresses_ = 0;
};

}  // namespace canary::script
