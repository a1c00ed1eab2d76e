#pragma once
// A store that holds the runs it is given, and notes how it was asked.

#include "canary/store/store.hpp"

#include <boost/json/array.hpp>

#include <algorithm>
#include <map>

namespace canary::test_support {

class memory_store final : public store::store {
 public:
  memory_store() = default;

  /// From the shape of test/graphql/reference/runs.json, in any order.
  explicit memory_store(const boost::json::array& written);

  std::vector<run_record> runs;  ///< newest first
  std::optional<error> broken;   ///< what every reading answers, where set
  std::map<run_id, run_details> details;
  std::optional<error> broken_details;  ///< what asking for details answers, where set
  mutable std::vector<canary::store::run_query> asked;
  mutable std::vector<run_id> details_asked;

  void start_run(const run_record&, completion) override {}
  void end_run(const run_record&, const run_details&, completion) override {}
  result<canary::store::run_page> list_runs(const canary::store::run_query& query) const override;
  result<std::vector<run_record>> list_ongoing(std::size_t limit) const override;
  result<std::optional<run_record>> find_run(const run_id& id) const override;
  result<std::optional<run_details>> find_details(const run_id& id) const override;
  result<canary::store::summary> summarize(std::string_view test, wall_time since, wall_time until) const override {
    if (broken) return *broken;
    canary::store::summary out{since, until, {}};
    for (const run_record& r : runs) {
      if (r.test == test && r.start_at >= since && r.start_at < until) out.total.add(r);
    }
    return out;
  }
  result<canary::store::rollup_page> list_rollups(std::string_view, wall_time, wall_time,
                                                  std::chrono::hours) const override {
    return canary::store::rollup_page{};
  }
  result<std::optional<canary::store::standing>> find_standing(std::string_view) const override {
    return std::optional<canary::store::standing>{};
  }
  void remove_expired(canary::store::retention_date, std::function<void()>) override {}
  canary::store::statistics stats() const override { return {}; }
};

}  // namespace canary::test_support
