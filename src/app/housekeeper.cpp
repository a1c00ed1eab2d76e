#include "canary/app/housekeeper.hpp"

namespace canary::app {
namespace {

std::optional<store::retention_date> last_known(const store::store& runs) {
  if (const auto last = runs.last_expiry(); last && *last) return *last;
  // Of a database that was never looked through.
  const auto page = runs.list_runs({.limit = 1});
  if (!page || page->runs.empty()) return std::nullopt;
  return store::retention_date{page->runs.front().id.time()};
}

}  // namespace

housekeeper::housekeeper(clock& time, store::store& runs, const logger& log)
    : time_(time), runs_(runs), log_(log), dates_(last_known(runs)), next_(time.make_timer()) {
  keep_store_small();
}

void housekeeper::keep_store_small() {
  const wall_time told = time_.wall();
  const store::retention_date now = dates_.date(told, time_.mono());
  const bool doubts = now.doubted_for > nanoseconds{};
  if (doubts && !doubted_) {
    log_.warn(
        "database: the clock is ahead of what was to be expected; retention goes by it when it has been for a day",
        {{"clock", format_rfc3339(told)}, {"retention_goes_by", format_rfc3339(now.date)}});
  }
  doubted_ = doubts;
  runs_.remove_expired(now, nullptr);
  next_->start(time_.mono() + std::chrono::minutes{1}, [this] { keep_store_small(); });
}

}  // namespace canary::app
