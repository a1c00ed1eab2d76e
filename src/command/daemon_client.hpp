#pragma once
// The way from canaryctl to a running daemon.

#include "canary/core/clock.hpp"
#include "canary/core/interrupter.hpp"
#include "canary/core/result.hpp"
#include "canary/net/http_client.hpp"
#include "canary/net/http_session.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/spawn.hpp>
#include <boost/json/object.hpp>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace canary::command {

struct daemon_address {
  std::string url;           ///< 'http://127.0.0.1:8080', without a '/' at its end
  std::filesystem::path ca;  ///< PEM; '' for what the system trusts
  std::string token;         ///< '' for none
};

/// What came back.
struct daemon_answer {
  int status = 0;                ///< of HTTP; 0 where nothing came
  std::string text;              ///< the body, as it came
  boost::json::object body;      ///< what it says
  std::optional<error> trouble;  ///< why it is none that can be used: what, where, and what would be right

  bool interrupted = false;  ///< from the terminal

  /// Whether the daemon has understood, and refuses.
  bool refused() const { return trouble && status >= 400 && status < 500; }
};

class daemon_client {
 public:
  explicit daemon_client(const daemon_address& at);

  /// Runs `talk` to its end, in which SIGINT and SIGTERM end what it waits for. Returns what it returns, or bad_usage
  /// where the certificates to trust cannot be read, which is told on standard error.
  int run(const std::function<int(boost::asio::yield_context)>& talk);

  /// `target` is path and query, percent-encoded. `having` names a member of what a daemon answers with, by which
  /// another server is told from one; '' for none. `json_body` is JSON, '' for none. Gives up after 20 s, and on a
  /// reload after 120.
  daemon_answer ask(const std::string& method, const std::string& target, std::string_view having,
                    boost::asio::yield_context yield, const std::string& json_body = "");

  /// Returns early where it is interrupted.
  void pause(nanoseconds time, boost::asio::yield_context yield);

  bool interrupted() const { return stop_.stopped(); }
  interrupter& stop() { return stop_; }
  clock& time() { return *time_; }
  net::http_client& network() { return *client_; }
  const daemon_address& address() const { return at_; }
  /// Certificates to trust, PEM; '' for the system's.
  const std::string& trusted() const { return trusted_; }
  boost::asio::any_io_executor executor() { return loop_.get_executor(); }

 private:
  const daemon_address at_;
  std::string trusted_;
  boost::asio::io_context loop_{1};
  std::unique_ptr<clock> time_;
  std::shared_ptr<net::http_client> client_;
  std::unique_ptr<net::http_session> session_;
  interrupter stop_;
};

/// The sentence for a person, of what a daemon at `at` answered with a status that is no success. Pure.
std::string refusal_text(const daemon_address& at, int status, std::string_view detail);

/// Of a request that got no answer. Pure.
std::string unreachable_text(const daemon_address& at, const failure& why);

}  // namespace canary::command
