#include "script/random_hex.hpp"

#include <sys/random.h>

#include <algorithm>

namespace canary::script {

std::string random_hex(std::size_t count) {
  std::string bytes((count + 1) / 2, '\0');
  for (std::size_t filled = 0; filled < bytes.size();) {
    const ssize_t got = ::getrandom(bytes.data() + filled, std::min<std::size_t>(bytes.size() - filled, 256), 0);
    if (got > 0) filled += static_cast<std::size_t>(got);
  }
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i / 2]);
    text += digits[i % 2 == 0 ? byte >> 4 : byte & 15];
  }
  return text;
}

}  // namespace canary::script
