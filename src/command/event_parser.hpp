#pragma once
// Server-Sent Events, out of bytes as they come.

#include "canary/core/result.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace canary::command {

struct server_event {
  std::string name;  ///< 'message' where the server gives none
  std::string data;
  std::string id;  ///< of this event or the newest before it that had one
};

/// As the standard has it (HTML, 9.2.6), but for a byte order mark at the beginning, which canaryd does not send.
class event_parser {
 public:
  explicit event_parser(std::function<void(const server_event&)> tell) : tell_(std::move(tell)) {}

  /// The error where an event has more than 4 MiB.
  result<void> feed(std::string_view bytes);

 private:
  void take(std::string_view line);

  const std::function<void(const server_event&)> tell_;
  std::string rest_;
  server_event next_;
  bool has_data_ = false;
};

}  // namespace canary::command
