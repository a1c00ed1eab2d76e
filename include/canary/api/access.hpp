#pragma once
// Who may look, and who may change.

#include "canary/api/credentials.hpp"
#include "canary/api/failed_attempts.hpp"
#include "canary/api/sessions.hpp"
#include "canary/api/token_file.hpp"
#include "canary/core/clock.hpp"
#include "canary/core/log.hpp"
#include "canary/metrics/metrics.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace canary::api {

/// Who sent a request, as far as that is known.
struct caller {
  permission may = permission::nothing;
  std::string name = {};  ///< of the token; '' where none was right, or none is asked for
  /// The hash of a session's id: of a browser's cookie, which goes with what other sites' pages ask for too. Empty
  /// where a token was shown, or none is asked for.
  std::optional<sha256_digest> session = {};
  /// Why nothing may be done: missing, malformed, unknown or session; '' where `may` says more.
  std::string_view refused = {};
};

/// The tokens in use, and what those have done who had none. Without tokens nobody is asked for one.
class access_control {
 public:
  /// All outlive this.
  access_control(clock& time, const logger& log, metrics::metrics& counters)
      : time_(time), log_(log), counters_(counters) {}

  /// From now on. A session whose token is not among them is over. Answers whether they are others than before.
  bool use(std::vector<token> tokens);
  bool demanded() const { return !tokens_.empty(); }

  /// Counts nothing. May everything where no token is demanded.
  caller examine(const credentials& shown) const;

  /// Counts that a request was refused, and logs it where that is due. The answer is to be held back for so long: 0
  /// for those who have not guessed.
  nanoseconds refused(std::string_view reason, const boost::asio::ip::address& peer);

  /// The id of a new session; empty where there is no such token.
  std::optional<std::string> sign_in(std::string_view token_text);
  void sign_out(std::string_view session) { sessions_.end(session); }

  /// Whether a session goes on that `caller::session` names.
  bool goes_on(const sha256_digest& session) const { return sessions_.token_of(session, time_.mono()).has_value(); }

 private:
  const token* find(const sha256_digest& digest) const;

  clock& time_;
  const logger& log_;
  metrics::metrics& counters_;
  std::vector<token> tokens_;
  sessions sessions_;
  failed_attempts attempts_;
  std::optional<mono_time> last_logged_;
  std::uint64_t not_logged_ = 0;  ///< since then
};

}  // namespace canary::api
