#pragma once
// From a URL to a connection: look-up, TCP, the proxy's tunnel, TLS.

#include "canary/net/call.hpp"
#include "canary/net/connection.hpp"
#include "canary/net/http_client.hpp"

#include <boost/asio/spawn.hpp>

#include <memory>
#include <optional>

namespace canary::net {

/// By which way to a server.
struct connection_way {
  const std::optional<proxy>& via;
  const request_route& route;
  const std::shared_ptr<const tls_material>& material;
};

/// Opens a connection that can be asked for `url`, through the proxy where there is one, to an address that the route
/// allows, and notes the phases, the peer and the handshake in `record`. The failure is the cause alone, or the reason
/// why `on` ended.
outcome<std::unique_ptr<connection>> open_connection(http_client& client, const http_url& url,
                                                     const connection_way& way, http_exchange& record, lap_timer& laps,
                                                     call& on, boost::asio::yield_context yield);

/// 'proxy proxy.example:3128', as messages name it.
std::string name_of(const proxy& via);

}  // namespace canary::net
