#include "deliveries.hpp"

#include <boost/asio/post.hpp>

#include <stdexcept>

namespace canary::store {
namespace {

/// Completions that one turn of the loop calls: a batch may hold thousands, and timers wait meanwhile.
constexpr int most_a_turn = 32;

}  // namespace

deliveries::deliveries(boost::asio::any_io_executor loop, const logger& log, const clock* time,
                       std::function<void(const commit_report&)> on_commit)
    : loop_(std::move(loop)), log_(&log), time_(time), on_commit_(std::move(on_commit)) {}

void deliveries::expect() {
  if (outstanding_++ == 0) work_.emplace(loop_);
}

void deliveries::committed(write_batch batch, nanoseconds took) {
  if (on_commit_) on_commit_({took, batch.size()});
  add(std::move(batch), {});
  tell_if_well();
}

void deliveries::dropped(write_batch batch, const std::string& why) {
  if (log_ != nullptr && dropped_in_trouble_ == 0) {
    log_->error("database: writes are given up", {{"count", batch.size()}, {"cause", why}});
  }
  dropped_ += batch.size();
  dropped_in_trouble_ += batch.size();
  add(std::move(batch), error{"it could not be stored: " + why});
}

void deliveries::troubled(const std::string& why) {
  well_since_.reset();
  if (troubles_++ == 0 && log_ != nullptr) {
    log_->error("database: cannot write; runs go on, their outcomes wait", {{"cause", why}, {"waiting", outstanding_}});
  }
}

void deliveries::healed() {
  well_since_ = time_ != nullptr ? time_->mono() : mono_time{};
  tell_if_well();
}

void deliveries::tell_if_well() {
  if (!well_since_ || log_ == nullptr) return;
  if (time_ != nullptr && time_->mono() - *well_since_ < calm) return;
  log_->info("database: writes again", {{"given_up", dropped_in_trouble_}, {"troubles", troubles_}});
  well_since_.reset();
  troubles_ = 0;
  dropped_in_trouble_ = 0;
}

void deliveries::lost(const std::string& why) {
  throw std::runtime_error("the database has to be opened anew (" + why + "); what it had stored is there");
}

void deliveries::swept(const removed_runs& removed) {
  removed_.by_age += removed.by_age;
  removed_.by_count += removed.by_count;
  removed_.by_size += removed.by_size;
  if (log_ != nullptr && log_->enabled(log_level::debug)) {
    log_->debug("database: runs that are not kept any longer are removed", {{"count", removed.all()}});
  }
}

void deliveries::expect_sweep(std::uint64_t request, std::function<void()> done) {
  sweeps_.push_back({request, std::move(done), boost::asio::make_work_guard(loop_)});
}

void deliveries::sweep_ended(std::uint64_t request, const result<void>& outcome, std::uint64_t free_bytes) {
  free_bytes_ = free_bytes;
  if (!outcome && log_ != nullptr) {
    log_->error("database: runs that are not kept any longer cannot be removed", {{"cause", outcome.error().message}});
  }
  while (!sweeps_.empty() && sweeps_.front().request <= request) {
    const auto done = std::move(sweeps_.front().done);
    sweeps_.pop_front();
    if (done) done();
  }
}

void deliveries::expect_compaction(std::uint64_t bytes_before) {
  compaction_ = {};
  compaction_.now = compaction::state::copying;
  compaction_.bytes_before = bytes_before;
  compacting_.emplace(loop_);
}

void deliveries::copying(std::uint64_t written, std::uint64_t expected) {
  compaction_.bytes_written = written;
  compaction_.bytes_expected = expected;
}

void deliveries::compacted(const result<std::uint64_t>& bytes_after) {
  compacting_.reset();
  compaction_.now = bytes_after ? compaction::state::done : compaction::state::failed;
  if (bytes_after) {
    compaction_.bytes_after = *bytes_after;
    if (log_ == nullptr) return;
    log_->info("database: compacted",
               {{"bytes_before", compaction_.bytes_before}, {"bytes_after", compaction_.bytes_after}});
  } else {
    compaction_.why = bytes_after.error().message;
    if (log_ != nullptr) log_->error("database: cannot be compacted", {{"cause", compaction_.why}});
  }
}

void deliveries::detach() {
  compacting_.reset();
  log_ = nullptr;
  time_ = nullptr;
  on_commit_ = nullptr;
  sweeps_.clear();
}

void deliveries::add(write_batch batch, const result<void>& outcome) {
  for (pending_write& write : batch) ready_.push_back({std::move(write), outcome});
  if (delivering_ || ready_.empty()) return;
  delivering_ = true;
  // Never from within the call that queued the write.
  boost::asio::post(loop_, [self = shared_from_this()] { self->deliver_some(); });
}

void deliveries::deliver_some() {
  struct another_turn {
    deliveries& self;
    ~another_turn() {  // also where a completion throws: the others are still called
      self.delivering_ = !self.ready_.empty();
      if (self.delivering_) {
        boost::asio::post(self.loop_, [same = self.shared_from_this()] { same->deliver_some(); });
      }
    }
  } const at_end{*this};
  for (int i = 0; i < most_a_turn && !ready_.empty(); ++i) {
    const delivery next = std::move(ready_.front());
    ready_.pop_front();
    if (--outstanding_ == 0) work_.reset();
    if (next.write.done) next.write.done(next.outcome);
  }
}

}  // namespace canary::store
