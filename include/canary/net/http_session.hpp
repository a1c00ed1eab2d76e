#pragma once
// The scripts' side of HTTP: one session a run.

#include "canary/core/clock.hpp"
#include "canary/core/interrupter.hpp"
#include "canary/core/ip_network.hpp"
#include "canary/net/http_message.hpp"
#include "canary/net/resolver.hpp"
#include "canary/net/response_reader.hpp"

#include <boost/asio/spawn.hpp>

#include <memory>

namespace canary::net {

/// What all sessions share: the loop, the resolver, the TLS context with the system's trust store, the proxy settings.
/// One per process, made by `main`'s composition; outlives its sessions.
class http_client;

struct http_client_options {
  /// The environment's HTTP_PROXY, HTTPS_PROXY and NO_PROXY (upper case wins over lower case), read by whoever
  /// composes.
  std::string http_proxy, https_proxy, no_proxy;
  /// A PEM file of trusted certificates instead of the system's store. For tests; '' is the system's.
  std::string ca_file;
  /// 'address:port,…' instead of the name servers of /etc/resolv.conf. For tests; '' is those.
  std::string name_servers;
  /// Addresses that must not be connected to, whatever name, redirect or proxy leads there.
  std::vector<ip_network> deny_networks;
  /// Sent where a request has no User-Agent of its own.
  std::string user_agent = "canaryd";
};

/// Throws std::runtime_error where the trusted certificates cannot be read.
std::shared_ptr<http_client> create_http_client(boost::asio::any_io_executor executor, clock& time,
                                                http_client_options options);

/// Who may use a connection after the exchange that opened it.
enum class connection_reuse : unsigned char {
  session,  ///< its session, which closes it in the end
  client,   ///< every session of the client that wants to go the same way
};

struct session_options {
  connection_reuse reuse = connection_reuse::session;
  response_limits limits = {};
  name_cache names = name_cache::unused;
};

class http_session {
 public:
  virtual ~http_session() = default;

  /// Suspends the calling coroutine, never the loop, until the response is whole or cannot be had. When `stop` is
  /// stopped meanwhile, ends at once with its reason. Never throws for what a server or a network does. Several
  /// coroutines may call it at a time.
  virtual http_result perform(const http_request& request, interrupter& stop, boost::asio::yield_context yield) = 0;
};

/// Cheap: what costs is the client's.
std::unique_ptr<http_session> open_http_session(std::shared_ptr<http_client> client, session_options options = {});

}  // namespace canary::net
