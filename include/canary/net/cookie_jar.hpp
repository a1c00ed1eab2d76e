#pragma once
// The cookies that a session of a script holds (RFC 6265, 5.3 and 5.4). Pure.

#include "canary/net/cookie.hpp"
#include "canary/net/http_url.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace canary::net {

/// Keeps what servers set, for those alone that may see it. A server cannot set a cookie for a public suffix ('com',
/// 'co.uk', by the public suffix list), nor for a domain that it is no part of.
class cookie_jar {
 public:
  /// Takes in the value of one Set-Cookie header of a response from `from`; what it may not set is ignored.
  void store(const http_url& from, std::string_view set_cookie, wall_time now);

  /// The value of the Cookie header of a request to `to`: 'a=1; b=2', the longest path first, then the oldest; '' where
  /// there is nothing to send.
  std::string header_for(const http_url& to, wall_time now);

  /// What `header_for` would send, with the domain and the path that each is for.
  std::vector<cookie> cookies_for(const http_url& to, wall_time now);

  void clear() { entries_.clear(); }
  std::size_t size() const noexcept { return entries_.size(); }

  /// As many as browsers keep (RFC 6265, 6.1). The oldest give way, the expired ones first.
  static constexpr std::size_t most_of_a_domain = 180, most = 3000;

 private:
  struct entry {
    cookie kept;
    bool host_only = false;
    std::uint64_t created = 0;  // in order
  };

  void make_room(const std::string& domain, wall_time now);

  std::vector<entry> entries_;
  std::uint64_t next_ = 0;
};

}  // namespace canary::net
