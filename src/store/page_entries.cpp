#include "page_entries.hpp"

#include <algorithm>
#include <cstring>

namespace canary::store {
namespace {

using namespace layout;

template <class T>
T read_at(std::string_view bytes, std::size_t at) {
  T value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

constexpr std::size_t even(std::size_t size) { return size + (size & 1); }

/// How many 16-bit pointers follow the head. Empty where the bounds are wrong.
std::optional<std::size_t> pointers_of(std::string_view page, const page_head& head) {
  if (head.lower < sizeof head || head.lower % 2 != 0 || head.lower > head.upper || head.upper > page.size()) {
    return std::nullopt;
  }
  return (head.lower - sizeof head) / 2;
}

/// Where the entry ends that begins at `at`; 0 where that is outside of the page.
std::size_t end_of(std::string_view page, std::size_t at, bool is_branch) {
  if (at + sizeof(entry_head) > page.size()) return 0;
  const auto head = read_at<entry_head>(page, at);
  if (head.key_size > longest_key) return 0;
  std::size_t size = sizeof head + head.key_size;
  if (!is_branch) {
    size += head.flags & big_data ? sizeof(std::uint64_t) : std::size_t{head.low} | std::size_t{head.high} << 16;
  }
  const std::size_t end = at + even(size);
  return end <= page.size() ? end : 0;
}

page_entry read_entry(std::string_view page, std::size_t at, bool is_branch) {
  const auto head = read_at<entry_head>(page, at);
  page_entry out;
  out.key = page.substr(at + sizeof head, head.key_size);
  const std::uint64_t number = std::uint64_t{head.low} | std::uint64_t{head.high} << 16;
  if (is_branch) {
    out.child = number | std::uint64_t{head.flags} << 32;
    return out;
  }
  out.flags = head.flags;
  out.size = number;
  out.value = page.substr(at + sizeof head + head.key_size, head.flags & big_data ? sizeof(std::uint64_t) : number);
  return out;
}

}  // namespace

page_head head_of(std::string_view page) { return read_at<page_head>(page, 0); }

std::optional<std::vector<page_entry>> entries_of(std::string_view page) {
  const page_head head = head_of(page);
  const auto count = pointers_of(page, head);
  if (!count) return std::nullopt;
  const bool is_branch = head.flags & branch;
  std::vector<page_entry> out;
  out.reserve(*count);
  std::vector<std::pair<std::size_t, std::size_t>> places;
  places.reserve(*count);
  for (std::size_t i = 0; i < *count; ++i) {
    const std::size_t at = read_at<std::uint16_t>(page, sizeof head + 2 * i);
    const std::size_t end = at % 2 == 0 && at >= head.upper ? end_of(page, at, is_branch) : 0;
    if (end == 0) return std::nullopt;
    places.emplace_back(at, end);
    out.push_back(read_entry(page, at, is_branch));
  }
  std::sort(places.begin(), places.end());
  std::size_t filled = head.upper;
  for (const auto& [at, end] : places) {
    if (at != filled) return std::nullopt;
    filled = end;
  }
  if (filled != page.size()) return std::nullopt;
  return out;
}

std::optional<std::vector<std::string_view>> fixed_items_of(std::string_view page, std::size_t item_size) {
  const page_head head = head_of(page);
  const auto count = pointers_of(page, head);
  if (!count || item_size < sizeof(std::uint16_t) || item_size > longest_key || head.pad != item_size)
    return std::nullopt;
  // LMDB counts each item as a pointer, and takes the rest of its size from the other end.
  if (head.upper + *count * (item_size - sizeof(std::uint16_t)) != page.size()) return std::nullopt;
  std::vector<std::string_view> out;
  out.reserve(*count);
  for (std::size_t i = 0; i < *count; ++i) out.push_back(page.substr(sizeof head + i * item_size, item_size));
  return out;
}

}  // namespace canary::store
