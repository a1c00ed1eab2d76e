#include "canary/api/sessions.hpp"

#include <algorithm>

namespace canary::api {
namespace {

constexpr std::ptrdiff_t most_of_one = sessions::most / 10;

}  // namespace

std::string sessions::begin(const sha256_digest& token, mono_time now) {
  std::erase_if(open_, [&](const auto& s) { return s.second.until <= now; });
  const auto first_to_end = [&](const auto& counts) {
    auto first = open_.end();
    for (auto at = open_.begin(); at != open_.end(); ++at) {
      if (counts(at->second) && (first == open_.end() || at->second.until < first->second.until)) first = at;
    }
    return first;
  };
  const auto same = [&](const session& s) { return s.token == token; };
  // One who signs in without end ends his own sessions, and nobody else's.
  if (std::count_if(open_.begin(), open_.end(), [&](const auto& s) { return same(s.second); }) >= most_of_one) {
    open_.erase(first_to_end(same));
  } else if (open_.size() == most) {
    open_.erase(first_to_end([](const session&) { return true; }));
  }
  std::string id = random_hex();
  open_.emplace(sha256(id), session{token, now + life});
  return id;
}

std::optional<sha256_digest> sessions::token_of(const sha256_digest& id, mono_time now) const {
  const auto found = open_.find(id);
  if (found == open_.end() || found->second.until <= now) return std::nullopt;
  return found->second.token;
}

void sessions::end(std::string_view id) { open_.erase(sha256(id)); }

}  // namespace canary::api
