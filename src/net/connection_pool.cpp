#include "canary/net/connection_pool.hpp"

#include <utility>

namespace canary::net {

std::unique_ptr<connection> connection_pool::take(const std::string& key) {
  close_idle();
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) return nullptr;
  auto& places = found->second;
  std::list<entry> taken;  // lives on until the map's key, which may be its text, is erased
  std::unique_ptr<connection> alive;
  while (!alive && !places.empty()) {
    taken.splice(taken.begin(), idle_, places.back());
    places.pop_back();
    if (taken.front().idle->is_quiet()) alive = std::move(taken.front().idle);
  }
  if (places.empty()) by_key_.erase(found);
  return alive;
}

void connection_pool::put(std::string key, std::unique_ptr<connection> idle) {
  const mono_time now = close_idle();
  if (idle_.size() >= limits_.connections) drop_oldest();
  idle_.push_back({std::move(key), std::move(idle), now});
  by_key_[idle_.back().key].push_back(std::prev(idle_.end()));
}

void connection_pool::drop_oldest() {
  auto node = by_key_.extract(idle_.front().key);
  auto& places = node.mapped();
  places.erase(places.begin());
  if (!places.empty()) {
    node.key() = places.front()->key;
    by_key_.insert(std::move(node));
  }
  idle_.pop_front();
}

mono_time connection_pool::close_idle() {
  if (limits_.idle_time <= nanoseconds{0}) return {};
  const mono_time now = time_.mono();
  while (!idle_.empty() && now - idle_.front().since > limits_.idle_time) drop_oldest();
  return now;
}

}  // namespace canary::net
