#pragma once
// Connections between two exchanges of one session.

#include "canary/net/connection.hpp"

#include <memory>
#include <string>
#include <vector>

namespace canary::net {

/// A connection goes to one place: scheme, host and port, and the proxy on the way; `key` names it.
class connection_pool {
 public:
  /// A connection to there that still seems alive; null where there is none.
  std::unique_ptr<connection> take(const std::string& key);

  /// Keeps one for later. Beyond `capacity`, the one that has waited longest is closed.
  void put(std::string key, std::unique_ptr<connection> idle);

  static constexpr std::size_t capacity = 16;

 private:
  struct entry {
    std::string key;
    std::unique_ptr<connection> idle;
  };
  std::vector<entry> entries_;
};

}  // namespace canary::net
