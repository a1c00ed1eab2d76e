#pragma once
// What all sessions share.

#include "canary/core/clock.hpp"
#include "canary/core/ip_network.hpp"
#include "canary/net/connection_pool.hpp"
#include "canary/net/http_session.hpp"
#include "canary/net/proxy_settings.hpp"
#include "canary/net/resolver.hpp"
#include "canary/net/tls_options.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/ssl/context.hpp>

#include <memory>
#include <string>

namespace canary::net {

class http_client {
 public:
  http_client(boost::asio::any_io_executor loop, clock& clock, http_client_options options);

  boost::asio::any_io_executor executor;
  clock& time;
  std::string user_agent;
  proxy_settings proxies;
  address_guard guard;
  boost::asio::ssl::context tls;
  tls_material_cache tls_materials;
  std::unique_ptr<resolver> names;
  connection_pool shared;  ///< of the sessions that share theirs
};

}  // namespace canary::net
