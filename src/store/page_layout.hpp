#pragma once
// LMDB 0.9's file as it lies on disk, in the machine's own words (mdb.c: MDB_page, MDB_node, MDB_db, MDB_meta).

#include <cstddef>
#include <cstdint>

namespace canary::store::layout {

constexpr std::uint32_t magic = 0xBEEFC0DE;
constexpr std::uint32_t format = 1;
constexpr std::uint32_t least_page_size = 256, most_page_size = 65536;
constexpr std::size_t longest_key = 511;  // MDB_MAXKEYSIZE
constexpr std::uint16_t deepest = 32;     // CURSOR_STACK
constexpr std::uint64_t nowhere = ~std::uint64_t{0};

// What a page is.
constexpr std::uint16_t branch = 0x01, leaf = 0x02, overflow = 0x04, changed = 0x10, fixed_items = 0x20,
                        inner_page = 0x40;
// What an entry of a leaf is.
constexpr std::uint16_t big_data = 0x01, tree_data = 0x02, many_data = 0x04;
// What a tree is.
constexpr std::uint16_t reverse_keys = 0x02, many_values = 0x04, number_keys = 0x08, fixed_values = 0x10,
                        number_values = 0x20, reverse_values = 0x40;

struct page_head {
  std::uint64_t number;
  std::uint16_t pad;  // of fixed_items, how large each is
  std::uint16_t flags;
  std::uint16_t lower, upper;  // the room between pointers and entries; of overflow together a count of pages
};
static_assert(sizeof(page_head) == 16);

struct entry_head {
  std::uint16_t low, high;  // of a leaf the size of the value, of a branch a page number with `flags` on top
  std::uint16_t flags;
  std::uint16_t key_size;
};
static_assert(sizeof(entry_head) == 8);

struct tree {
  std::uint32_t pad;  // the page size, in a meta page's first tree; the size of items, where they are fixed
  std::uint16_t flags, depth;
  std::uint64_t branch_pages, leaf_pages, overflow_pages, entries, root;
};
static_assert(sizeof(tree) == 48);

struct meta_page {
  page_head head;
  std::uint32_t magic, version;
  std::uint64_t address, map_size;
  tree trees[2];  // of free pages, and of tables
  std::uint64_t last_page, transaction;
};
static_assert(sizeof(meta_page) == 152);

}  // namespace canary::store::layout
