#include "command/import/base64.hpp"

#include <openssl/evp.h>

#include <limits>

namespace canary::command {

std::optional<std::string> from_base64(std::string_view text) {
  std::string digits(text);
  std::erase_if(digits, [](char c) { return c == '\r' || c == '\n'; });
  if (digits.size() % 4 != 0 || digits.size() > std::numeric_limits<int>::max()) return std::nullopt;
  std::string out(digits.size() / 4 * 3, '\0');
  const int written =
      EVP_DecodeBlock(reinterpret_cast<unsigned char*>(out.data()),
                      reinterpret_cast<const unsigned char*>(digits.data()), static_cast<int>(digits.size()));
  if (written < 0) return std::nullopt;
  // What stands for padding is decoded as zeros.
  const std::size_t padding = digits.ends_with("==") ? 2 : digits.ends_with('=') ? 1 : 0;
  out.resize(static_cast<std::size_t>(written) - padding);
  return out;
}

}  // namespace canary::command
