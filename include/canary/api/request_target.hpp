#pragma once
// The target of a request line (RFC 9112, 3.2), taken apart.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace canary::api {

struct request_target {
  std::string path;       ///< as sent, still percent-encoded; begins with '/', or is '*'
  std::string query;      ///< as sent, without the '?'
  std::string authority;  ///< of an absolute-form target ('http://host:port/path'), '' otherwise
};

/// Empty where `target` is neither origin-form ('/path?query'), absolute-form of http, nor '*'.
std::optional<request_target> parse_request_target(std::string_view target);

/// The parts between slashes, each percent-decoded: '/a%2Fb/c' is {'a/b', 'c'}, '/' is {}. A slash at the end makes a
/// last part that is empty. Empty where a part cannot be decoded.
std::optional<std::vector<std::string>> path_segments(std::string_view path);

}  // namespace canary::api
