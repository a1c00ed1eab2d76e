#pragma once
// Who may run when there are fewer places than runs: a fair queue, without I/O.

#include <cstddef>
#include <deque>
#include <list>
#include <optional>
#include <unordered_map>
#include <utility>

namespace canary::schedule {

/// A fixed number of places, and the runs that wait for one. Places are given round robin over tests, the oldest run of
/// each first: a test with a hundred waiting runs gets one place, and then everybody else's turn comes. Each call takes
/// constant time, however many wait.
///
/// `Test` identifies a test (hashable, cheap to copy); `Run` is what is handed back when its turn has come.
template <class Test, class Run>
class admission {
 public:
  /// At least one place.
  explicit admission(std::size_t places) : places_(places > 0 ? places : 1) {}

  /// Takes a place if one is free, which is never so while somebody waits.
  bool try_take() {
    if (taken_ >= places_) return false;
    ++taken_;
    return true;
  }

  /// Lines up behind the test's other waiting runs. Only after `try_take` has said no.
  void wait(const Test& test, Run run) {
    auto [found, is_new] = by_test_.try_emplace(test);
    if (is_new) found->second = lanes_.insert(lanes_.end(), lane{test, {}});
    found->second->runs.push_back(std::move(run));
    ++waiting_;
  }

  struct grant {
    Test test;
    Run run;
  };

  /// A place has become free. It goes at once to the run returned, if one waits; otherwise it stays free.
  std::optional<grant> release() {
    if (lanes_.empty()) {
      --taken_;
      return std::nullopt;
    }
    const auto front = lanes_.begin();
    grant next{front->test, std::move(front->runs.front())};
    front->runs.pop_front();
    --waiting_;
    if (front->runs.empty()) {
      by_test_.erase(front->test);
      lanes_.erase(front);
    } else {
      lanes_.splice(lanes_.end(), lanes_, front);
    }
    return next;
  }

  /// The test's runs wait no more.
  void forget(const Test& test) {
    const auto found = by_test_.find(test);
    if (found == by_test_.end()) return;
    waiting_ -= found->second->runs.size();
    lanes_.erase(found->second);
    by_test_.erase(found);
  }

  void forget_all() {
    by_test_.clear();
    lanes_.clear();
    waiting_ = 0;
  }

  std::size_t taken() const { return taken_; }
  std::size_t waiting() const { return waiting_; }
  std::size_t waiting(const Test& test) const {
    const auto found = by_test_.find(test);
    return found == by_test_.end() ? 0 : found->second->runs.size();
  }

 private:
  struct lane {
    Test test;
    std::deque<Run> runs;  // oldest first, never empty
  };

  std::size_t places_;
  std::size_t taken_ = 0;
  std::size_t waiting_ = 0;
  std::list<lane> lanes_;  // the next test's turn first
  std::unordered_map<Test, typename std::list<lane>::iterator> by_test_;
};

}  // namespace canary::schedule
