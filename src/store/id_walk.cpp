#include "id_walk.hpp"

#include <algorithm>

namespace canary::store {

bool id_walk::lane::take(const std::optional<std::string_view>& found) {
  const auto id = found ? id_of(*found) : std::nullopt;
  if (id) head = *id;
  return id.has_value();
}

bool id_walk::lane::take(const std::optional<lmdb::entry>& found) {
  value = found ? std::optional(found->value) : std::nullopt;
  return take(found ? std::optional(found->key) : std::nullopt);
}

bool id_walk::lane::start(const std::optional<run_id>& bound) {
  if (key) return take(bound ? at.id_before(*key, key_of(*bound)) : at.last_id(*key));
  return take(bound ? at.before(key_of(*bound)) : at.last());
}

bool id_walk::lane::advance() { return key ? take(at.previous_id()) : take(at.previous()); }

id_walk::id_walk(const lmdb::transaction& txn, const std::vector<id_list>& lists, const std::optional<run_id>& bound) {
  for (const id_list& list : lists) {
    auto next = std::make_unique<lane>(txn, list);
    if (next->start(bound)) lanes_.push_back(std::move(next));
  }
  std::make_heap(lanes_.begin(), lanes_.end(), older);
  show_newest();
}

void id_walk::advance() {
  const run_id shown = *id_;
  while (!lanes_.empty() && lanes_.front()->head == shown) {
    std::pop_heap(lanes_.begin(), lanes_.end(), older);
    if (lanes_.back()->advance()) {
      std::push_heap(lanes_.begin(), lanes_.end(), older);
    } else {
      lanes_.pop_back();
    }
  }
  show_newest();
}

void id_walk::show_newest() {
  id_ = lanes_.empty() ? std::nullopt : std::optional(lanes_.front()->head);
  value_ = lanes_.empty() ? std::nullopt : lanes_.front()->value;
}

}  // namespace canary::store
