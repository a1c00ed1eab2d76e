#pragma once
// Which handler answers a request.

#include "canary/api/access.hpp"
#include "canary/api/exchange.hpp"

#include <boost/beast/http/verb.hpp>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace canary::api {

struct route {
  boost::beast::http::verb method;
  std::string_view pattern;  ///< '/api/v1/tests/{name}/run': a part in braces stands for any one that is not empty,
                             ///< and '{name}.svg' for one that goes on so
  response (*answer)(exchange&);
  permission needs = permission::read;  ///< write: it changes something (access.hpp)
};

/// The table of all routes.
std::span<const route> all_routes();

struct route_match {
  const route* found = nullptr;
  /// What stood for each part in braces.
  std::map<std::string, std::string, std::less<>> parameters;
  std::string_view pattern;  ///< of the path, whatever the method; '' where no route has such a path
  std::string allow;         ///< the methods that `pattern` has, for the Allow header
};

/// A GET route answers HEAD too. `path` is decoded.
route_match find_route(std::span<const route> table, boost::beast::http::verb method,
                       const std::vector<std::string>& path);

}  // namespace canary::api
