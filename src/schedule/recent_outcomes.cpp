#include "canary/schedule/recent_outcomes.hpp"

namespace canary::schedule {

void recent_outcomes::add(const run_record& record) {
  const outcome_mark mark{record.id, record.status, record.cause.kind, record.start_at, record.duration};
  if (ring_.size() < recent_limit) {
    ring_.push_back(mark);
  } else {
    ring_[oldest_] = mark;
    oldest_ = (oldest_ + 1) % recent_limit;
  }
  last_ = record;
  if (record.status == run_status::passed) last_success_ = record.end_at;
}

std::vector<outcome_mark> recent_outcomes::marks() const {
  std::vector<outcome_mark> all;
  all.reserve(ring_.size());
  for (std::size_t i = 0; i < ring_.size(); ++i) all.push_back(ring_[(oldest_ + i) % ring_.size()]);
  return all;
}

}  // namespace canary::schedule
