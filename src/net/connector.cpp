#include "canary/net/connector.hpp"

#include "canary/net/dial.hpp"
#include "canary/net/exchange.hpp"
#include "canary/net/request_head.hpp"

#include <algorithm>

namespace canary::net {
namespace {

// A trouble on the way to the proxy is told as such.
failure through(const std::optional<proxy>& via, failure cause, const call& on) {
  if (via && !on.ends.stopped()) cause.message = name_of(*via) + ": " + cause.message;
  return cause;
}

std::optional<failure> open_tunnel(connection& with, const http_client& client, const http_url& url, const proxy& via,
                                   http_exchange& record, lap_timer& laps, call& on, boost::asio::yield_context yield) {
  const std::string head = make_connect_head(url, client.user_agent, via.authorization);
  // The tunnel's own phases are part of connecting, and so is its answer, which has no body where it is a yes.
  http_exchange tunnel;
  lap_timer unused(client.time, tunnel.timings);
  const auto result = perform_exchange(with,
                                       {.head = head,
                                        .body = {},
                                        .to_head = true,
                                        .decode = false,
                                        .waiting = "waiting for the proxy to open a tunnel",
                                        .limits = {}},
                                       tunnel, unused, on, yield);
  record.bytes_sent += tunnel.bytes_sent;
  record.bytes_received += tunnel.bytes_received;
  laps.lap(&http_timings::connecting);
  if (on.ends.stopped()) return on.ends.reason();
  if (result.trouble)
    return failure{result.trouble->kind, name_of(via) + ": " + result.trouble->message, result.trouble->code};
  if (result.response.code / 100 == 2) return std::nullopt;
  return failure{failure_class::connect,
                 name_of(via) + " refused a tunnel to " + url.host_and_port() + ": " +
                     std::to_string(result.response.code) + " " + result.response.status_text,
                 failure_code::tunnel_refused};
}

using address_list = std::vector<boost::asio::ip::address>;

outcome<address_list> of_family(outcome<address_list> found, const std::string& host, const request_route& route) {
  if (!found || route.family == 0) return found;
  std::erase_if(*found, [&](const auto& address) { return address.is_v4() != (route.family == 4); });
  if (!found->empty()) return found;
  return failure{failure_class::dns, "host '" + host + "' has no IPv" + std::to_string(route.family) + " address",
                 failure_code::no_such_host};
}

// Those that the route gives, or that need no look-up; none where there has to be one.
outcome<address_list> addresses_of(const std::string& host, const request_route& route) {
  const auto pinned =
      std::find_if(route.resolve.begin(), route.resolve.end(), [&](const auto& entry) { return entry.first == host; });
  address_list known = pinned != route.resolve.end() ? pinned->second : addresses_without_asking(host);
  if (known.empty()) return known;
  return of_family(std::move(known), host, route);
}

}  // namespace

std::string name_of(const proxy& via) {
  const bool v6 = via.host.find(':') != via.host.npos;
  return "proxy " + (v6 ? "[" + via.host + "]" : via.host) + ":" + std::to_string(via.port);
}

outcome<std::unique_ptr<connection>> open_connection(http_client& client, const http_url& url,
                                                     const connection_way& way, http_exchange& record, lap_timer& laps,
                                                     call& on, boost::asio::yield_context yield) {
  const std::optional<proxy>& via = way.via;
  const std::string& host = via ? via->host : url.host;
  const std::uint16_t port = via ? via->port : url.port;
  laps.lap(&http_timings::blocked);
  if (via) {
    // The proxy looks up names by itself; an address that is not to be connected to is none by a detour either.
    boost::system::error_code a_name;
    const auto target = boost::asio::ip::make_address(url.host, a_name);
    auto denied = a_name ? std::nullopt : check_allowed(client.guard, {target, url.port});
    if (denied) return std::move(*denied);
  }

  auto addresses = addresses_of(host, way.route);
  if (addresses && addresses->empty()) {
    on.doing = "looking up the host";
    addresses = of_family(client.names->resolve(host, on.names, on.ends, yield), host, way.route);
    laps.lap(&http_timings::looking_up);
  }
  if (!addresses) return through(via, addresses.error(), on);

  on.doing = "connecting";
  auto socket = dial(client.executor, client.time, client.guard, *addresses, port, on.ends, yield);
  laps.lap(&http_timings::connecting);
  if (!socket) return through(via, socket.error(), on);

  auto opened = std::make_unique<connection>(std::move(*socket));
  record.remote_ip = opened->remote().address().to_string();
  record.remote_port = opened->remote().port();
  if (!url.secure) return opened;

  if (via) {
    if (auto refused = open_tunnel(*opened, client, url, *via, record, laps, on, yield)) return std::move(*refused);
  }
  on.doing = "waiting for the TLS handshake";
  std::optional<failure> refused;
  {
    const interrupter::waiter hook(on.ends, [&opened] { opened->close(); });
    refused = opened->start_tls(client.tls, {.host = url.host, .port = url.port, .material = way.material}, yield);
  }
  record.tls = opened->tls();
  laps.lap(&http_timings::tls_handshaking);
  if (on.ends.stopped()) return on.ends.reason();
  if (refused) return std::move(*refused);
  return opened;
}

}  // namespace canary::net
