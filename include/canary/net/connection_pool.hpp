#pragma once
// Connections between two exchanges.

#include "canary/core/clock.hpp"
#include "canary/net/connection.hpp"

#include <list>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace canary::net {

/// How much a pool keeps, and for how long.
struct pool_limits {
  std::size_t connections = 16;
  nanoseconds idle_time{};  ///< one that has waited longer is closed, at the next call; 0: none is
};

/// A connection goes to one place, in one way: scheme, host and port, the proxy between, the TLS identity; `key` names
/// all of it. Costs no system call but the look whether a connection is still alive.
class connection_pool {
 public:
  explicit connection_pool(clock& time, pool_limits limits = {}) : time_(time), limits_(limits) {}
  connection_pool(const connection_pool&) = delete;
  connection_pool& operator=(const connection_pool&) = delete;

  /// A connection to there that still seems alive, the one used last where there are several; null where there is
  /// none.
  std::unique_ptr<connection> take(const std::string& key);

  /// Keeps one for later. Where the pool is full, the one that has waited longest is closed.
  void put(std::string key, std::unique_ptr<connection> idle);

  std::size_t size() const noexcept { return idle_.size(); }

 private:
  struct entry {
    std::string key;
    std::unique_ptr<connection> idle;
    mono_time since;
  };
  using place = std::list<entry>::iterator;

  void drop_oldest();
  mono_time close_idle();

  clock& time_;
  pool_limits limits_;
  std::list<entry> idle_;                                            // the one that has waited longest first
  std::unordered_map<std::string_view, std::vector<place>> by_key_;  // likewise; the key is the first one's text
};

}  // namespace canary::net
