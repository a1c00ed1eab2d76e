#include "canary/app/housekeeper.hpp"

namespace canary::app {
namespace {

std::optional<wall_time> newest_run(const store::store& runs) {
  const auto page = runs.list_runs({.limit = 1});
  if (!page || page->runs.empty()) return std::nullopt;
  return page->runs.front().id.time();
}

}  // namespace

housekeeper::housekeeper(clock& time, store::store& runs, const logger& log)
    : time_(time), runs_(runs), log_(log), dates_(newest_run(runs)), next_(time.make_timer()) {
  keep_store_small();
}

void housekeeper::keep_store_small() {
  const wall_time told = time_.wall();
  const wall_time date = dates_.date(told, time_.mono());
  if (dates_.doubts() && !doubted_) {
    log_.warn(
        "database: the clock is ahead of what was to be expected; retention goes by it when it has been for a day",
        {{"clock", format_rfc3339(told)}, {"retention_goes_by", format_rfc3339(date)}});
  }
  doubted_ = dates_.doubts();
  runs_.remove_expired(date, nullptr);
  next_->start(time_.mono() + std::chrono::minutes{1}, [this] { keep_store_small(); });
}

}  // namespace canary::app
