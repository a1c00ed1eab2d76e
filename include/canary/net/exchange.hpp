#pragma once
// One request and its response, on a connection that stands.

#include "canary/net/call.hpp"
#include "canary/net/connection.hpp"
#include "canary/net/response_reader.hpp"

#include <boost/asio/spawn.hpp>

#include <optional>
#include <string_view>

namespace canary::net {

struct exchange_request {
  std::string_view head = {};
  std::string_view body = {};
  bool to_head = false;  ///< no body follows the response's head
  bool decode = true;
  /// Where given, the body waits for the server to ask for it (Expect: 100-continue), a second at most by this clock.
  clock* asks_first = nullptr;
  std::string_view waiting = "waiting for the response";  ///< for the message of a timeout
  response_limits limits = {};
};

struct exchange_result {
  std::optional<failure> trouble;  ///< none where `response` is whole
  http_response response;
  bool answered = false;  ///< at least a byte came back
  bool reusable = false;  ///< the connection can serve another exchange
};

/// Sends, and reads until the response is whole; interim (1xx) ones are skipped. Adds to the bytes and phases of
/// `record`. The trouble is the cause alone, or the reason why `on` ended.
exchange_result perform_exchange(connection& with, const exchange_request& request, http_exchange& record,
                                 lap_timer& laps, call& on, boost::asio::yield_context yield);

}  // namespace canary::net
