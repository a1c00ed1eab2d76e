#include "canary/core/failure.hpp"

#include <array>

namespace canary {
namespace {
constexpr std::array<std::string_view, 11> names{"",       "dns",    "connect", "tls",  "timeout",    "http",
                                                 "assert", "script", "limit",   "exec", "interrupted"};
}

std::string_view to_string(failure_class c) {
  const auto index = static_cast<std::size_t>(c);
  return index < names.size() ? names[index] : std::string_view{};
}

std::optional<failure_class> parse_failure_class(std::string_view name) {
  for (std::size_t i = 1; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<failure_class>(i);
  }
  return std::nullopt;
}

}  // namespace canary
