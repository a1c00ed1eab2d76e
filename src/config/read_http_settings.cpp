#include "canary/config/read_http_settings.hpp"

#include "canary/core/byte_size.hpp"
#include "canary/core/nearest_name.hpp"

#include <array>

namespace canary::config {
namespace {

using problem = definition_problem;

// '5MiB', or a number of bytes as the option max_body has it.
boost::system::result<std::uint64_t, problem> size_of(const std::string& key, const boost::json::value& v,
                                                      std::uint64_t least, std::uint64_t most) {
  std::uint64_t bytes = 0;
  if (v.is_string()) {
    const std::string text(v.get_string());
    const auto parsed = parse_byte_size(text);
    if (!parsed) return problem{"settings: http." + key + ": " + parsed.error().message, text};
    bytes = *parsed;
  } else if (v.is_int64() && v.get_int64() >= 0) {
    bytes = static_cast<std::uint64_t>(v.get_int64());
  } else {
    return problem{"settings: http." + key + " must be a size such as '5MiB'", key};
  }
  if (bytes < least || bytes > most) {
    return problem{
        "settings: http." + key + " must be from " + format_byte_size(least) + " to " + format_byte_size(most), key};
  }
  return bytes;
}

boost::system::result<void, problem> apply(http_settings& into, const std::string& key, const boost::json::value& v) {
  if (key == "connections") {
    const bool shared = v.is_string() && v.get_string() == "shared";
    if (!shared && !(v.is_string() && v.get_string() == "run")) {
      return problem{"settings: http.connections must be 'run' or 'shared'", key};
    }
    into.shared_connections = shared;
  } else if (key == "dns_cache") {
    if (!v.is_bool()) return problem{"settings: http.dns_cache must be true or false", key};
    into.dns_cache = v.get_bool();
  } else if (key == "max_body") {
    const auto size = size_of(key, v, 0, 1u << 30);
    if (!size) return size.error();
    into.max_body = *size;
  } else if (key == "max_headers") {
    const auto size = size_of(key, v, 1u << 10, 16u << 20);
    if (!size) return size.error();
    into.max_headers = static_cast<std::uint32_t>(*size);
  } else {
    constexpr std::int64_t most = 100'000;
    if (!v.is_int64() || v.get_int64() < 1 || v.get_int64() > most) {
      return problem{"settings: http.max_requests must be a whole number from 1 to 100000", key};
    }
    into.max_requests = static_cast<std::uint32_t>(v.get_int64());
  }
  return {};
}

}  // namespace

boost::system::result<http_settings, definition_problem> read_http_settings(const boost::json::value& from) {
  static constexpr std::array<std::string_view, 5> keys{"connections", "dns_cache", "max_body", "max_headers",
                                                        "max_requests"};
  if (!from.is_object()) {
    return problem{"settings: http must be an object such as { connections: 'shared' }", "http"};
  }
  http_settings read;
  for (const auto& [name, value] : from.get_object()) {
    const std::string key(name);
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
      const auto near = nearest_name(key, keys);
      return problem{"settings: http has no key '" + key + "'; " +
                         (near ? "did you mean '" + std::string(*near) + "'?"
                               : "it has connections, dns_cache, max_body, max_headers and max_requests"),
                     key};
    }
    if (value.is_null()) continue;
    if (const auto applied = apply(read, key, value); !applied) return applied.error();
  }
  return read;
}

}  // namespace canary::config
