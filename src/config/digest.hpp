#pragma once
// SHA-256 of several texts.

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace canary::config {

/// 64 digits. Texts that are divided in another way have another one.
std::string digest_of(std::span<const std::string_view> parts);

inline std::string digest_of(std::initializer_list<std::string_view> parts) {
  return digest_of(std::span(parts.begin(), parts.size()));
}

}  // namespace canary::config
