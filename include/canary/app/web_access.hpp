#pragma once
// The tokens that the daemon is given: where they are, and when they are read.

#include "canary/api/access.hpp"
#include "canary/api/server.hpp"
#include "canary/config/options.hpp"

#include <filesystem>

namespace canary::app {

/// The file that --web.auth-file names, else systemd's credential `web-auth`; '' where there is neither. `get` looks up
/// an environment variable (CREDENTIALS_DIRECTORY).
std::filesystem::path token_file(const config::options& options, const config::environment& get);

/// Why canaryd is not to be started so: it would be open to a network, and nobody asked who he is. Nothing is opened.
/// `inherited`: a listening socket from systemd, or -1.
result<void> check_exposure(const config::options& options, const config::environment& get, int inherited);

/// What --check has to say of the two.
result<void> check_web(const config::options& options, const config::environment& get);

class web_access {
 public:
  /// All outlive this.
  web_access(const config::options& options, const config::environment& get, clock& time, const logger& log,
             metrics::metrics& counters);

  /// Reads the tokens, where there is a file of them. Answers whether they are others than before; on an error those
  /// before stay.
  result<bool> load();

  api::access_control& control() { return control_; }

 private:
  const logger& log_;
  std::filesystem::path tokens_;
  api::access_control control_;
};

}  // namespace canary::app
