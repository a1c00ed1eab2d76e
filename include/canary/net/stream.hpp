#pragma once
// Connections that speak no HTTP: what tcp.connect and tls.inspect are made of.

#include "canary/core/interrupter.hpp"
#include "canary/net/connection.hpp"
#include "canary/net/http_client.hpp"

#include <boost/asio/spawn.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace canary::net {

struct stream_wish {
  std::string host;  ///< a name or an address
  std::uint16_t port = 0;
  std::optional<tls_options> tls = {};  ///< none: without TLS
  std::optional<nanoseconds> timeout = {};
};

/// 'example.com:443', '[::1]:443'.
std::string to_text(const stream_wish& wish);

struct opened_stream {
  std::unique_ptr<connection> with;  ///< null where `trouble` is set
  std::optional<failure> trouble;    ///< names the host and the cause, or is the reason of `stop`
  std::shared_ptr<const tls_facts> tls;
};

/// Looks up, connects, and puts TLS on it. No proxy is asked. Mistakes in the wish are failures of class script.
opened_stream open_stream(http_client& client, stream_wish wish, interrupter& stop, boost::asio::yield_context yield);

/// How one operation of a stream is bounded. When the time is over, or `stop` is stopped, the connection is closed.
struct stream_limits {
  clock& time;
  interrupter& stop;
  std::optional<nanoseconds> timeout = {};
};

/// Sends all of `bytes`; the failure where that cannot be done.
std::optional<failure> write_to(connection& with, std::string_view bytes, const stream_limits& limits,
                                boost::asio::yield_context yield);

/// What comes next, until `enough` of what has come answers how many bytes to take, which may be 0 for none yet. At the
/// end of the stream: whatever has come. Past `most` bytes a failure of class limit.
outcome<std::string> read_from(connection& with, const std::function<std::size_t(std::string_view)>& enough,
                               std::size_t most, const stream_limits& limits, boost::asio::yield_context yield);

}  // namespace canary::net
