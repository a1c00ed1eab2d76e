#pragma once
// The tests by name, as reloads make them come, change and go. Only src/schedule/ includes this.

#include "registered_test.hpp"

#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

namespace canary::schedule {

/// Owns every registered test, and every removed one until its last run has ended: should it come back meanwhile, those
/// runs are still its own. Addresses are stable.
class registry {
 public:
  explicit registry(clock& time) : time_(time) {}

  /// What one load did. Tests that stand unchanged are in neither list.
  struct changes {
    std::vector<registered_test*> started;  ///< new or changed: their due times are the caller's to start
    std::vector<registered_test*> removed;  ///< their timers are cancelled
  };

  /// Makes `tests` the registered ones. Every definition is replaced, also an unchanged test's: its line may have
  /// moved. `turned` is called for each known test whose shown state its new definition turns (paused, or no more).
  changes load(std::vector<std::shared_ptr<const test>> tests,
               const std::function<void(const registered_test&, test_state from)>& turned);

  /// Null where no such test is registered.
  registered_test* find(std::string_view name) const;

  /// Lets go of a removed test whose last run has ended, and of no other.
  void release(registered_test* t);

  /// `t`'s shown state was `from` and may be another now.
  void recount(const registered_test& t, test_state from);

  const std::vector<std::shared_ptr<const test>>& definitions() const { return definitions_; }
  std::map<test_state, std::size_t> totals() const;

  template <class Visitor>
  void for_each(Visitor&& visit) {
    for (auto& [name, t] : by_name_) visit(*t);
  }

 private:
  struct hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  using table = std::unordered_map<std::string, std::unique_ptr<registered_test>, hash, std::equal_to<>>;

  std::unique_ptr<registered_test> take(std::string_view name);

  clock& time_;
  table by_name_;
  table removed_;  // with runs that go on
  std::vector<std::shared_ptr<const test>> definitions_;
  std::array<std::size_t, 5> counts_{};  // by state
};

}  // namespace canary::schedule
