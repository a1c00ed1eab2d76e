#pragma once
// The HTTP server: the page, REST, GraphQL, metrics and health, on one port.

#include "canary/core/clock.hpp"
#include "canary/core/embedded.hpp"
#include "canary/core/log.hpp"
#include "canary/core/result.hpp"
#include "canary/events/feed.hpp"
#include "canary/metrics/metrics.hpp"
#include "canary/schedule/scheduler.hpp"
#include "canary/store/store.hpp"

#include <boost/asio/ip/tcp.hpp>

#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace canary::api {

class access_control;
class server_tls;

/// What the daemon knows of itself, for `GET /api/v1/status`.
struct daemon_status {
  std::string name;  ///< settings({ name: … })
  std::string version, commit;
  wall_time started_at{};
  std::string config_file;
  std::optional<wall_time> config_loaded_at;
  bool last_reload_successful = true;
  std::string last_reload_error;  ///< '' where successful
};

/// Told once how a reload went: the number of tests, or why the configuration before stays.
using reload_listener = std::function<void(const result<std::size_t>&)>;

/// Calls `begin` once, from the loop, when everything else that is ready has been looked after.
using turn_source = std::function<void(std::function<void()> begin)>;

/// What requests are answered from. All of it outlives the server.
struct services {
  clock& time;
  const logger& log;
  store::store& runs;
  schedule::scheduler& tests;
  metrics::metrics& counters;
  events::feed& happenings;
  std::function<daemon_status()> status;
  std::function<bool()> ready;  ///< for /readyz
  std::function<void(reload_listener)> reload;
  std::span<const embedded::file> assets;  ///< the page: index.html.gz, app-HASH.js.gz, …; empty where built without
  access_control* access = nullptr;        ///< who may look and who may change; null: nobody is asked for a token
  server_tls* tls = nullptr;               ///< has been loaded; null: plain HTTP
  turn_source turns = {};                  ///< for a slice of all answers; empty: whenever the loop turns
};

struct server_options {
  std::string host = "127.0.0.1";
  std::uint16_t port = 8080;               ///< 0 picks a free one
  int inherited_socket = -1;               ///< a listening descriptor from systemd, which wins over host and port
  std::vector<std::string> allowed_hosts;  ///< beside localhost, loopback addresses and `host`
  std::size_t max_connections = 1024;
  std::size_t max_event_readers = 1024;               ///< beside the connections: they read events, and ask no more
  std::chrono::milliseconds event_heartbeat{15'000};  ///< a comment for each reader of events, where nothing else is
  std::uint64_t max_body = 1u << 20;                  ///< bytes of a request's body
  std::uint32_t max_headers = 16u << 10;              ///< bytes of a request's head
  std::chrono::milliseconds head_timeout{10'000};     ///< for a whole request to arrive, from its first byte
  std::chrono::milliseconds idle_timeout{60'000};     ///< between requests
};

class server {
 public:
  virtual ~server() = default;
  virtual boost::asio::ip::tcp::endpoint endpoint() const = 0;
  /// Accepts no more; answers what is being answered; closes the rest.
  virtual void stop() = 0;
  /// Ends the streams of events, whose readers connect again and are asked anew who they are.
  virtual void end_streams() = 0;
};

/// Listens at once. The error says which address could not be had, and why.
result<std::unique_ptr<server>> start_server(boost::asio::any_io_executor executor, services on,
                                             server_options options);

}  // namespace canary::api
