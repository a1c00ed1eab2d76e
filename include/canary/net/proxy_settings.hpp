#pragma once
// HTTP_PROXY, HTTPS_PROXY and NO_PROXY, read as Go's httpproxy package reads them.

#include "canary/core/result.hpp"
#include "canary/net/http_url.hpp"

#include <boost/asio/ip/address.hpp>

#include <optional>
#include <string>
#include <vector>

namespace canary::net {

struct proxy {
  std::string host;
  std::uint16_t port = 80;
  std::string authorization;  ///< a Proxy-Authorization value from the URL's userinfo; '' is none
};

/// The proxy that `text` names: 'http://user:password@proxy.example:3128', where the scheme may be left out. The error
/// says what is wrong, and does not show the password.
result<proxy> parse_proxy(const std::string& text);

class proxy_settings {
 public:
  proxy_settings(const std::string& http_proxy, const std::string& https_proxy, const std::string& no_proxy);

  /// The proxy to ask for `url`; empty where to go there directly, as always to localhost and loopback addresses. The
  /// error names the setting that is not the URL of an HTTP proxy.
  result<std::optional<proxy>> choose(const http_url& url) const;

 private:
  struct exception {
    std::string suffix;        // with its leading dot; '' where it is an address
    bool host_itself = false;  // the suffix without its dot matches too
    boost::asio::ip::address address;
    int prefix = 0;  // leading bits of `address` that count
    std::optional<std::uint16_t> port;
  };

  static std::optional<exception> parse_exception(std::string_view text);
  bool is_excepted(const http_url& url) const;

  std::string http_proxy_, https_proxy_;
  std::vector<exception> exceptions_;
  bool except_all_ = false;
};

}  // namespace canary::net
