#pragma once
// What a test remembers of its last runs.

#include "canary/core/run_record.hpp"
#include "canary/schedule/test_view.hpp"

#include <optional>
#include <vector>

namespace canary::schedule {

/// The newest `recent_limit` outcomes, and the record of the newest. A test without runs takes no memory for them.
class recent_outcomes {
 public:
  /// `record` has ended.
  void add(const run_record& record);

  /// Oldest first.
  std::vector<outcome_mark> marks() const;

  const std::optional<run_record>& last() const { return last_; }
  std::optional<wall_time> last_success() const { return last_success_; }

 private:
  std::vector<outcome_mark> ring_;
  std::size_t oldest_ = 0;  // in `ring_`, once it is full
  std::optional<run_record> last_;
  std::optional<wall_time> last_success_;
};

}  // namespace canary::schedule
