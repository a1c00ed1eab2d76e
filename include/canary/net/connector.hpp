#pragma once
// From a URL to a connection: look-up, TCP, the proxy's tunnel, TLS.

#include "canary/net/call.hpp"
#include "canary/net/connection.hpp"
#include "canary/net/http_client.hpp"

#include <boost/asio/spawn.hpp>

#include <memory>
#include <optional>

namespace canary::net {

/// Opens a connection that can be asked for `url`, through `via` where there is one, and notes the phases, the peer and
/// the handshake in `record`. The failure is the cause alone, or the reason why `on` ended.
outcome<std::unique_ptr<connection>> open_connection(http_client& client, const http_url& url,
                                                     const std::optional<proxy>& via,
                                                     const std::shared_ptr<const tls_material>& material,
                                                     http_exchange& record, lap_timer& laps, call& on,
                                                     boost::asio::yield_context yield);

}  // namespace canary::net
