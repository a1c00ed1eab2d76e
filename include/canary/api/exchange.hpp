#pragma once
// One request as a handler sees it.

#include "canary/api/access.hpp"
#include "canary/api/body.hpp"
#include "canary/api/query_parameters.hpp"
#include "canary/api/response.hpp"
#include "canary/api/server.hpp"

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <map>
#include <string>
#include <string_view>

namespace canary::api {

class static_files;
class event_readers;
class past_cache;

using http_request = boost::beast::http::request<boost::beast::http::string_body>;

/// The value of a header, '' where it is absent.
std::string_view header(const http_request& from, boost::beast::http::field name);
std::string_view header(const http_request& from, std::string_view name);

/// Begins something, and waits until it calls what it is given, which it does once, from the loop.
using wait_point = std::function<void(const std::function<void(std::function<void()> done)>& begin)>;

/// Returns after so long, or when the connection is closed.
using rest_point = std::function<void(nanoseconds)>;

/// What a handler works with, whatever is asked. All functions throw where the server is gone.
struct workplace {
  const services& on;
  const static_files& files;
  event_readers& readers;
  past_cache& past;
  pause_point between;
  wait_point wait;
  rest_point rest;
};

struct exchange : workplace {
  const http_request& asked;
  boost::asio::ip::address peer;
  caller from;
  std::string path;  ///< as sent, without the query
  query_parameters query;
  std::map<std::string, std::string, std::less<>> parameters;  ///< what stood in the path for '{name}', decoded
  bool secure = false;                                         ///< within TLS

  const std::string& parameter(std::string_view name) const { return parameters.find(name)->second; }
};

}  // namespace canary::api
