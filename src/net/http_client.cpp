#include "canary/net/http_client.hpp"

#include "canary/net/tls_context.hpp"

namespace canary::net {
namespace {

// Servers that keep connections for less time (most: 60 s and more) end them, which is seen.
constexpr pool_limits shared_limits{.connections = 256, .idle_time = std::chrono::seconds{60}};

}  // namespace

http_client::http_client(boost::asio::any_io_executor loop, clock& clock, http_client_options options)
    : executor(std::move(loop)),
      time(clock),
      user_agent(std::move(options.user_agent)),
      proxies(options.http_proxy, options.https_proxy, options.no_proxy),
      guard(std::move(options.deny_networks)),
      tls(make_tls_context(options.ca_file)),
      names(create_resolver(executor, time, {std::move(options.name_servers)})),
      shared(time, shared_limits) {}

std::shared_ptr<http_client> create_http_client(boost::asio::any_io_executor executor, clock& time,
                                                http_client_options options) {
  return std::make_shared<http_client>(std::move(executor), time, std::move(options));
}

}  // namespace canary::net
