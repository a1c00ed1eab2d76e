#include "canary/core/tls_facts.hpp"

#include <algorithm>

namespace canary {

std::optional<wall_time> earliest_end(const tls_facts& facts) {
  const auto first = std::min_element(facts.chain.begin(), facts.chain.end(),
                                      [](const auto& a, const auto& b) { return a.not_after < b.not_after; });
  return first == facts.chain.end() ? std::nullopt : std::optional(first->not_after);
}

}  // namespace canary
