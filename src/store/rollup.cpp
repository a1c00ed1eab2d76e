#include "canary/store/rollup.hpp"

#include "saturating.hpp"

#include <algorithm>

namespace canary::store {

void rollup::add(const run_record& record) {
  constexpr std::uint64_t one = 1;
  if (record.status == run_status::running) return;
  std::uint64_t& outcome = record.status == run_status::passed    ? passed
                           : record.status == run_status::failed  ? failed
                           : record.status == run_status::skipped ? skipped
                                                                  : interrupted;
  outcome = saturating_sum(outcome, one);
  if (did_not_pass(record.status) && record.cause.kind != failure_class::none) {
    auto& of_class = by_class[static_cast<std::size_t>(record.cause.kind)];
    of_class = saturating_sum(of_class, one);
  }
  if (!has_verdict(record.status)) return;
  total_duration =
      nanoseconds{saturating_sum(total_duration.count(), std::max<std::int64_t>(0, record.duration.count()))};
  durations.add(record.duration);
}

void rollup::merge(const rollup& other) {
  passed = saturating_sum(passed, other.passed);
  failed = saturating_sum(failed, other.failed);
  interrupted = saturating_sum(interrupted, other.interrupted);
  skipped = saturating_sum(skipped, other.skipped);
  for (std::size_t i = 0; i < classes; ++i) by_class[i] = saturating_sum(by_class[i], other.by_class[i]);
  total_duration = nanoseconds{saturating_sum(total_duration.count(), other.total_duration.count())};
  durations.merge(other.durations);
}

std::uint64_t rollup::ended() const {
  return saturating_sum(saturating_sum(passed, failed), saturating_sum(interrupted, skipped));
}

std::optional<double> rollup::uptime() const {
  if (passed == 0 && failed == 0) return std::nullopt;
  return static_cast<double>(passed) / (static_cast<double>(passed) + static_cast<double>(failed));
}

}  // namespace canary::store
