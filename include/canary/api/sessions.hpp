#pragma once
// Those who have signed in with a token in a browser, which then shows a cookie in its place.

#include "canary/api/token_file.hpp"
#include "canary/core/time.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace canary::api {

/// In memory only: a restart ends them all. Kept by the hash of their id, so that looking one up tells nothing of the
/// ids by the time that it takes.
class sessions {
 public:
  static constexpr std::size_t most = 10'000;  ///< past it, the one that would end first ends; a token may have a tenth
  static constexpr nanoseconds life = std::chrono::hours{7 * 24};

  /// The id, which only its holder knows from now on.
  std::string begin(const sha256_digest& token, mono_time now);

  /// The token that the session was begun with whose id has this hash; empty where there is none, or it is over.
  std::optional<sha256_digest> token_of(const sha256_digest& id, mono_time now) const;

  void end(std::string_view id);

  /// Ends those that were begun with tokens which are not `wanted`.
  template <class Wanted>
  void keep(Wanted wanted) {
    std::erase_if(open_, [&](const auto& s) { return !wanted(s.second.token); });
  }
  std::size_t size() const { return open_.size(); }

 private:
  struct session {
    sha256_digest token{};
    mono_time until{};
  };
  std::map<sha256_digest, session> open_;
};

}  // namespace canary::api
