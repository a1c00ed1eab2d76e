#include "script/heap_image.hpp"

#include <bit>
#include <cstring>

namespace canary::script {

boost::system::result<heap_image, std::string> heap_image::of(const arena& first, const arena& second) {
  const auto a = first.contents(), b = second.contents();
  if (a.size() != b.size()) {
    return "the two builds are " + std::to_string(a.size()) + " and " + std::to_string(b.size()) + " bytes long";
  }
  const auto base_a = reinterpret_cast<std::uint64_t>(a.data()), base_b = reinterpret_cast<std::uint64_t>(b.data());
  // The end of the last block is an address, too.
  const auto within = [size = a.size()](std::uint64_t word, std::uint64_t base) { return word - base <= size; };
  heap_image image;
  const std::size_t count = a.size() / sizeof(std::uint64_t);
  image.words_.resize(count);
  image.is_address_.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    std::uint64_t in_a = 0, in_b = 0;
    std::memcpy(&in_a, a.data() + i * sizeof in_a, sizeof in_a);
    std::memcpy(&in_b, b.data() + i * sizeof in_b, sizeof in_b);
    if (within(in_a, base_a) && in_a - base_a == in_b - base_b) {
      image.words_[i] = in_a - base_a;
      image.is_address_[i] = 0xff;
      ++image.addresses_;
    } else if (in_a == in_b && !within(in_a, base_a) && !within(in_a, base_b)) {
      image.words_[i] = in_a;
    } else {
      return "the two builds differ at byte " + std::to_string(i * sizeof in_a) + " of " + std::to_string(a.size()) +
             ", and it is no address within them";
    }
  }
  return image;
}

void heap_image::copy_to(arena& target) const noexcept {
  const auto base = reinterpret_cast<std::uint64_t>(target.base());
  auto* out = reinterpret_cast<std::uint64_t*>(target.base());
  const std::uint64_t* in = words_.data();
  const std::uint8_t* mask = is_address_.data();
  const std::size_t count = words_.size();
  for (std::size_t i = 0; i < count; ++i) {
    out[i] = in[i] + (base & static_cast<std::uint64_t>(static_cast<std::int64_t>(static_cast<std::int8_t>(mask[i]))));
  }
}

}  // namespace canary::script
