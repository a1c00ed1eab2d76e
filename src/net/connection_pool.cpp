#include "canary/net/connection_pool.hpp"

#include <algorithm>

namespace canary::net {

std::unique_ptr<connection> connection_pool::take(const std::string& key) {
  for (auto it = entries_.begin(); it != entries_.end();) {
    if (it->key != key) {
      ++it;
      continue;
    }
    auto taken = std::move(it->idle);
    it = entries_.erase(it);
    if (taken->is_quiet()) return taken;
  }
  return nullptr;
}

void connection_pool::put(std::string key, std::unique_ptr<connection> idle) {
  if (entries_.size() == capacity) entries_.erase(entries_.begin());
  entries_.push_back({std::move(key), std::move(idle)});
}

}  // namespace canary::net
