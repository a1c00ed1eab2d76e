#include "script/heap_image.hpp"

#include <algorithm>
#include <cstring>
#include <new>

namespace canary::script {
namespace {

constexpr std::size_t word_bytes = sizeof(std::uint64_t), page_words = 4096 / word_bytes;

}  // namespace

boost::system::result<heap_image, std::string> heap_image::of(const arena& first, const arena& second) {
  const auto a = first.contents(), b = second.contents();
  if (a.size() != b.size()) {
    return "the two builds are " + std::to_string(a.size()) + " and " + std::to_string(b.size()) + " bytes long";
  }
  const auto base_a = reinterpret_cast<std::uint64_t>(a.data()), base_b = reinterpret_cast<std::uint64_t>(b.data());
  // The end of the last block is an address, too.
  const auto within = [size = a.size()](std::uint64_t word, std::uint64_t base) { return word - base <= size; };
  heap_image image;
  const std::size_t count = a.size() / word_bytes;
  image.words_.resize(count);
  image.is_address_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    std::uint64_t in_a = 0, in_b = 0;
    std::memcpy(&in_a, a.data() + i * word_bytes, word_bytes);
    std::memcpy(&in_b, b.data() + i * word_bytes, word_bytes);
    if (within(in_a, base_a) && in_a - base_a == in_b - base_b) {
      image.words_[i] = in_a - base_a;
      image.is_address_[i] = -1;
      ++image.addresses_;
    } else if (in_a == in_b && !within(in_a, base_a) && !within(in_a, base_b)) {
      image.words_[i] = in_a;
    } else {
      return "the two builds differ at byte " + std::to_string(i * word_bytes) + " of " + std::to_string(a.size()) +
             ", and it is no address within them";
    }
  }
  image.find_blocks(first);
  for (std::size_t i = 0; i < count; ++i) {
    if (image.is_address_[i] != 0 && !image.leads_to_block(image.words_[i])) {
      return "the word at byte " + std::to_string(i * word_bytes) + " is an address of no block";
    }
  }
  return image;
}

bool heap_image::leads_to_block(std::size_t offset) const {
  if (blocks_.empty() || offset < blocks_.front().offset) return false;
  const block& b = blocks_[block_of(offset)];
  return offset <= b.offset + b.size;
}

void heap_image::find_blocks(const arena& memory) {
  blocks_.clear();
  for (const auto& b : memory.blocks()) {
    blocks_.push_back({static_cast<std::size_t>(b.data() - memory.base()), b.size()});
  }
}

std::size_t heap_image::block_of(std::size_t offset) const {
  const auto after = std::upper_bound(blocks_.begin(), blocks_.end(), offset,
                                      [](std::size_t at, const block& b) { return at < b.offset; });
  return static_cast<std::size_t>(after - blocks_.begin()) - 1;
}

std::vector<bool> heap_image::changed_in(const arena& used) const {
  const auto base = reinterpret_cast<std::uint64_t>(used.base());
  const auto* now = reinterpret_cast<const std::uint64_t*>(used.base());
  std::vector<bool> changed(blocks_.size());
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    const std::size_t begin = blocks_[i].offset / word_bytes, end = begin + blocks_[i].size / word_bytes;
    for (std::size_t w = begin; w < end && !changed[i]; ++w) {
      changed[i] = now[w] != words_[w] + (is_address_[w] != 0 ? base : 0);
    }
  }
  return changed;
}

heap_image heap_image::rearranged(const std::vector<bool>& first, std::size_t& followed) const {
  arena target(size() + (1u << 20));
  std::vector<std::size_t> moved_to(blocks_.size());
  for (const bool wanted : {true, false}) {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (first[i] != wanted) continue;
      const auto* room = static_cast<std::byte*>(target.allocate(blocks_[i].size));
      if (room == nullptr) throw std::bad_alloc{};
      moved_to[i] = static_cast<std::size_t>(room - target.base());
    }
  }
  const auto moved = [&](std::size_t offset) {
    const std::size_t i = block_of(offset);
    return moved_to[i] + (offset - blocks_[i].offset);
  };
  // The allocator's own words are no addresses, and are right already.
  heap_image image;
  const auto contents = target.contents();
  image.words_.resize(contents.size() / word_bytes);
  image.is_address_.resize(image.words_.size());
  image.addresses_ = addresses_;
  std::memcpy(image.words_.data(), contents.data(), contents.size());
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    for (std::size_t done = 0; done < blocks_[i].size; done += word_bytes) {
      const std::size_t from = (blocks_[i].offset + done) / word_bytes, to = (moved_to[i] + done) / word_bytes;
      image.is_address_[to] = is_address_[from];
      image.words_[to] = is_address_[from] != 0 ? moved(words_[from]) : words_[from];
    }
  }
  image.find_blocks(target);
  followed = moved(followed);
  return image;
}

void heap_image::copy_to(arena& target) const noexcept { copy_words(target, 0, words_.size()); }

void heap_image::copy_words(arena& target, std::size_t begin, std::size_t end) const noexcept {
  const auto base = reinterpret_cast<std::uint64_t>(target.base());
  auto* out = reinterpret_cast<std::uint64_t*>(target.base());
  const std::uint64_t* in = words_.data();
  const std::int8_t* mask = is_address_.data();
  for (std::size_t i = begin; i < end; ++i) out[i] = in[i] + (base & static_cast<std::uint64_t>(std::int64_t{mask[i]}));
}

bool heap_image::is_unchanged(const arena& copy, std::size_t begin, std::size_t end) const noexcept {
  const auto base = reinterpret_cast<std::uint64_t>(copy.base());
  const auto* now = reinterpret_cast<const std::uint64_t*>(copy.base());
  std::uint64_t difference = 0;
  for (std::size_t i = begin; i < end; ++i) {
    difference |= now[i] ^ (words_[i] + (base & static_cast<std::uint64_t>(std::int64_t{is_address_[i]})));
  }
  return difference == 0;
}

std::vector<std::uint32_t> heap_image::drop_unchanged(arena& copy) const {
  const std::size_t pages = words_.size() / page_words;
  std::vector<std::uint32_t> dropped;
  dropped.reserve(pages);  // what is dropped must be told
  for (std::size_t first = 0; first < pages; ++first) {
    std::size_t last = first;
    while (last < pages && is_unchanged(copy, last * page_words, (last + 1) * page_words)) {
      dropped.push_back(static_cast<std::uint32_t>(last++));
    }
    if (last > first) copy.drop_pages(first, last - first);
    first = last;
  }
  return dropped;
}

void heap_image::restore(arena& copy, const std::vector<std::uint32_t>& pages) const noexcept {
  for (const std::size_t p : pages) copy_words(copy, p * page_words, (p + 1) * page_words);
}

}  // namespace canary::script
