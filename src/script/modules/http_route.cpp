#include "script/modules/http_route.hpp"

#include "canary/net/host_name.hpp"
#include "canary/net/proxy_settings.hpp"
#include "script/binding.hpp"

#include <algorithm>

namespace canary::script {
namespace {

// The object on top names no host without an address, which would be found as nobody's only later.
void refuse_without_address(duk_context* ctx, const http_call& call) {
  if (!duk_is_object(ctx, -1)) return;
  duk_enum(ctx, -1, DUK_ENUM_OWN_PROPERTIES_ONLY);
  while (duk_next(ctx, -1, 1)) {
    if (duk_is_array(ctx, -1) && duk_get_length(ctx, -1) == 0) {
      throw_type_error(ctx, std::string(call.name) + ": the option 'resolve': '" + text_at(ctx, -2).substr(0, 300) +
                                "' has no address");
    }
    duk_pop_2(ctx);
  }
  duk_pop(ctx);
}

}  // namespace

void read_ip(duk_context* ctx, const http_call& call, net::request_route& route) {
  const double family = duk_is_number(ctx, -1) ? duk_get_number(ctx, -1) : 0;
  if (family != 4 && family != 6) {
    throw_type_error(ctx, std::string(call.name) + ": the option 'ip' must be 4 or 6, not " +
                              (duk_is_number(ctx, -1) ? to_text(ctx, -1) : kind_of(ctx, -1)));
  }
  route.family = static_cast<int>(family);
}

void read_proxy(duk_context* ctx, const http_call& call, net::request_route& route) {
  const bool refused = duk_is_boolean(ctx, -1) && !duk_get_boolean(ctx, -1);
  if (duk_is_null(ctx, -1) || refused) {
    route.via = net::own_proxy{};
    return;
  }
  if (!is_text(ctx, -1)) {
    throw_type_error(ctx, std::string(call.name) +
                              ": the option 'proxy' must be a URL such as 'http://proxy.example:3128', or null for "
                              "none, not " +
                              kind_of(ctx, -1));
  }
  const std::string text = text_at(ctx, -1);
  if (text.empty()) {
    route.via = net::own_proxy{};
    return;
  }
  auto read = net::parse_proxy(text);
  if (!read) throw_type_error(ctx, std::string(call.name) + ": the option 'proxy': " + read.error().message);
  route.via = std::make_shared<const net::proxy>(std::move(*read));
}

void read_resolve(duk_context* ctx, const http_call& call, net::request_route& route) {
  constexpr std::size_t most = 1000;
  route.resolve.clear();
  std::size_t count = 0;
  refuse_without_address(ctx, call);
  for (const auto& [given, text] : read_fields(ctx, call.name, "option 'resolve'", duk_normalize_index(ctx, -1))) {
    const auto refuse = [&](const std::string& why) {
      throw_type_error(ctx, std::string(call.name) + ": the option 'resolve': '" + given.substr(0, 300) + "': " + why);
    };
    if (++count > most) refuse("there are more than 1,000 addresses");
    const auto host = net::ascii_host_name(given);
    if (!host) refuse(host.error().message);
    boost::system::error_code failed;
    const auto address = boost::asio::ip::make_address(text.c_str(), failed);
    if (failed) refuse("'" + text.substr(0, 100) + "' is not an address such as '10.0.0.7' or '::1'");
    const auto known = std::find_if(route.resolve.begin(), route.resolve.end(),
                                    [&](const auto& entry) { return entry.first == *host; });
    if (known != route.resolve.end()) {
      known->second.push_back(address);
    } else {
      route.resolve.push_back({*host, {address}});
    }
  }
}

}  // namespace canary::script
