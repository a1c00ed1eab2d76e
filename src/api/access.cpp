#include "canary/api/access.hpp"

#include <openssl/crypto.h>

namespace canary::api {
namespace {

// Whoever guesses does not fill the log.
constexpr nanoseconds between_lines = std::chrono::seconds{1};

}  // namespace

// Looks at every token whatever the ones before were, and at every byte of each, so that the time it takes tells
// nothing.
const token* access_control::find(const sha256_digest& digest) const {
  const token* found = nullptr;
  for (const token& t : tokens_) {
    if (CRYPTO_memcmp(t.digest.data(), digest.data(), digest.size()) == 0) found = &t;
  }
  return found;
}

bool access_control::use(std::vector<token> tokens) {
  const bool others = tokens != tokens_;
  tokens_ = std::move(tokens);
  // A token that comes back does not bring back who was signed in.
  sessions_.keep([&](const sha256_digest& digest) { return find(digest) != nullptr; });
  return others;
}

caller access_control::examine(const credentials& shown) const {
  using kind = credentials::kind;
  if (!demanded()) return {.may = permission::write};
  const token* known = nullptr;
  std::optional<sha256_digest> session;
  switch (shown.what) {
    case kind::none:
      return {.refused = "missing"};
    case kind::malformed:
      return {.refused = "malformed"};
    case kind::token:
      known = find(sha256(shown.text));
      if (known == nullptr) return {.refused = "unknown"};
      break;
    case kind::session:
      session = sha256(shown.text);
      if (const auto digest = sessions_.token_of(*session, time_.mono())) known = find(*digest);
      if (known == nullptr) return {.refused = "session"};
      break;
  }
  return {known->may, known->name, session, {}};
}

nanoseconds access_control::refused(std::string_view reason, const boost::asio::ip::address& peer) {
  counters_.auth_failure(reason);
  // Only what was shown and is wrong is a guess: a page whose session has ended asks a few more times.
  if (reason != "unknown" && reason != "malformed") return nanoseconds{0};
  const auto now = time_.mono();
  if (!last_logged_ || now - *last_logged_ >= between_lines) {
    log_.warn("a request showed no token that is known",
              {{"peer", peer.to_string()}, {"reason", reason}, {"not_logged", not_logged_}});
    last_logged_ = now;
    not_logged_ = 0;
  } else {
    ++not_logged_;
  }
  return attempts_.add(peer, now);
}

std::optional<std::string> access_control::sign_in(std::string_view token_text) {
  const token* known = find(sha256(token_text));
  if (known == nullptr) return std::nullopt;
  return sessions_.begin(known->digest, time_.mono());
}

}  // namespace canary::api
