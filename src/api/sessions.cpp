#include "canary/api/sessions.hpp"

#include <algorithm>

namespace canary::api {

std::string sessions::begin(const sha256_digest& token, mono_time now) {
  std::erase_if(open_, [&](const auto& s) { return s.second.until <= now; });
  if (open_.size() == most) {
    open_.erase(std::min_element(open_.begin(), open_.end(),
                                 [](const auto& a, const auto& b) { return a.second.until < b.second.until; }));
  }
  std::string id = random_hex();
  open_.emplace(sha256(id), session{token, now + life});
  return id;
}

std::optional<sha256_digest> sessions::token_of(std::string_view id, mono_time now) const {
  const auto found = open_.find(sha256(id));
  if (found == open_.end() || found->second.until <= now) return std::nullopt;
  return found->second.token;
}

void sessions::end(std::string_view id) { open_.erase(sha256(id)); }

}  // namespace canary::api
