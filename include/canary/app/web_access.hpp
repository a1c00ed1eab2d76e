#pragma once
// The tokens and the certificate that the daemon is given: where they are, and when they are read.

#include "canary/api/access.hpp"
#include "canary/api/server.hpp"
#include "canary/api/server_tls.hpp"
#include "canary/config/options.hpp"

#include <filesystem>
#include <optional>
#include <utility>

namespace canary::app {

/// The file that --web.auth-file names, else systemd's credential `web-auth`; '' where there is neither. `get` looks up
/// an environment variable (CREDENTIALS_DIRECTORY).
std::filesystem::path token_file(const config::options& options, const config::environment& get);

/// Why canaryd is not to be started so: it would be open to a network, and nobody asked who he is. Nothing is opened.
/// `inherited`: a listening socket from systemd, or -1.
result<void> check_exposure(const config::options& options, const config::environment& get, int inherited);

/// What --check has to say of this, of the tokens and of the certificate.
result<void> check_web(const config::options& options, const config::environment& get);

class web_access {
 public:
  /// All outlive this.
  web_access(const config::options& options, const config::environment& get, clock& time, const logger& log,
             metrics::metrics& counters);

  /// Reads the tokens and the certificate, where there are files of them. What cannot be read stays as it was; the
  /// error says which that is.
  result<void> load();

  /// Whether `load` has brought other tokens since this was last asked.
  bool take_others() { return std::exchange(others_, false); }

  api::access_control& control() { return control_; }

  /// Null without TLS.
  api::server_tls* tls() { return tls_ ? &*tls_ : nullptr; }

 private:
  result<void> load_tokens();

  const logger& log_;
  std::filesystem::path tokens_;
  api::access_control control_;
  std::optional<api::server_tls> tls_;
  bool others_ = false;
};

}  // namespace canary::app
