#pragma once
// One page of LMDB's file, taken apart with distrust: pure, and never reading outside of the bytes it is given.

#include "page_layout.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace canary::store {

struct page_entry {
  std::string_view key;
  std::string_view value;   ///< of a leaf; for big data, the page number alone
  std::uint16_t flags = 0;  ///< of a leaf
  std::uint64_t size = 0;   ///< of a leaf's value, wherever that is
  std::uint64_t child = 0;  ///< of a branch
};

/// `page` is as large as `layout::page_head` at least.
layout::page_head head_of(std::string_view page);

/// The entries of a branch or leaf. Empty where LMDB, changing this page, could write outside of it: its bounds must
/// hold, and its entries fill what is theirs without gap and without overlap.
std::optional<std::vector<page_entry>> entries_of(std::string_view page);

/// The items of a page of items of one size. Empty where its bounds do not hold.
std::optional<std::vector<std::string_view>> fixed_items_of(std::string_view page, std::size_t item_size);

}  // namespace canary::store
