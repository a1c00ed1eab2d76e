#pragma once
// Everything that our hostile server does, and what its client has to make of it. A file for each level.

#include "net/network.hpp"
#include "support/certificates.hpp"

namespace canary::testing {

/// What the server does on each connection. The request's time passes as the script advances the clock, and not
/// otherwise.
using misdeed = std::function<void(scripted_connection&, virtual_clock&)>;

struct misbehaviour {
  std::string name;  ///< goes on after 'a server that'
  misdeed script;
  failure_class kind;   ///< none: the client copes with it
  int error_code;       ///< as scripts see it; where the client copes, the status
  std::string message;  ///< whole: URL stands for the request's, HERE and ADDRESS for its origin and its place
  std::shared_ptr<asio::ssl::context> tls = {};  ///< the server's, who has shaken hands before the script begins
  bool secure = false;                           ///< the URL is https although the script itself is to speak TLS
  net::http_request request = {};                ///< its URL is the server's '/'
  net::http_client_options options = {};
  int first = 0;  ///< so many requests are answered well before this one
};

struct level_of_misbehaviour {
  std::string name;
  bool tls_or_chunks;
  std::vector<misbehaviour> rows;
};

std::vector<misbehaviour> handshake_misbehaviours();
std::vector<misbehaviour> server_hello_misbehaviours();
std::vector<misbehaviour> certificate_misbehaviours();
std::vector<misbehaviour> tls_session_misbehaviours();
std::vector<misbehaviour> chunk_misbehaviours();
std::vector<misbehaviour> head_misbehaviours();
std::vector<misbehaviour> body_misbehaviours();
std::vector<misbehaviour> coding_misbehaviours();
std::vector<misbehaviour> redirect_misbehaviours();
std::vector<misbehaviour> connection_misbehaviours();

/// What a request has, unless its row says otherwise.
inline constexpr std::chrono::seconds patience{10};
inline constexpr std::uint64_t most_body = 1'000'000;

std::string failed(const std::string& cause);
std::string timed_out(const std::string& doing);

// ---- scripts ----

void wait_until_gone(scripted_connection& c);

/// The client has all that was sent; now its time is over.
void run_out(scripted_connection& c, virtual_clock& time);

misdeed says(std::string response);
misdeed says_and_resets(std::string response);
misdeed says_and_stalls(std::string response);

/// Says `response`, and then `piece` again and again.
misdeed says_without_end(std::string response, std::string piece);

/// Says `response`, and then `piece` byte by byte, again and again, for longer than the client waits.
misdeed dribbles(std::string response, std::string piece);

}  // namespace canary::testing
