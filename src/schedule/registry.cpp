#include "registry.hpp"

namespace canary::schedule {

std::unique_ptr<registered_test> registry::take(std::string_view name) {
  for (table* from : {&by_name_, &removed_}) {
    if (const auto found = from->find(name); found != from->end()) return std::move(from->extract(found).mapped());
  }
  return nullptr;
}

registry::changes registry::load(std::vector<std::shared_ptr<const test>> tests,
                                 const std::function<void(const registered_test&, test_state)>& turned) {
  changes made;
  table next;
  counts_ = {};
  for (const auto& definition : tests) {
    if (next.contains(definition->name)) continue;
    auto t = take(definition->name);
    if (t == nullptr) {
      t = std::make_unique<registered_test>(definition, time_.make_timer());
      made.started.push_back(t.get());
    } else {
      const test_state from = t->shown_state();
      const bool changed = t->removed || !stands_unchanged(*t->definition, *definition);
      if (t->removed) t->said = {};
      t->definition = definition;
      t->removed = false;
      if (changed) made.started.push_back(t.get());
      if (t->shown_state() != from) turned(*t, from);
    }
    ++counts_[static_cast<std::size_t>(t->shown_state())];
    next.emplace(definition->name, std::move(t));
  }
  for (auto& [name, t] : by_name_) {
    t->alarm->cancel();
    if (t->maintenance_end) t->maintenance_end->cancel();
    t->removed = true;
    made.removed.push_back(t.get());
    removed_.emplace(name, std::move(t));
  }
  by_name_ = std::move(next);
  definitions_ = std::move(tests);
  return made;
}

registered_test* registry::find(std::string_view name) const {
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : found->second.get();
}

void registry::release(registered_test* t) {
  if (!t->removed || !t->running.empty()) return;
  removed_.erase(removed_.find(t->definition->name));
}

void registry::recount(const registered_test& t, test_state from) {
  if (t.removed) return;
  --counts_[static_cast<std::size_t>(from)];
  ++counts_[static_cast<std::size_t>(t.shown_state())];
}

std::map<test_state, std::size_t> registry::totals() const {
  std::map<test_state, std::size_t> all;
  for (std::size_t i = 0; i < counts_.size(); ++i) all[static_cast<test_state>(i)] = counts_[i];
  return all;
}

}  // namespace canary::schedule
