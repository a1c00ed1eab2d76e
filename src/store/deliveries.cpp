#include "deliveries.hpp"

#include <boost/asio/post.hpp>

#include <stdexcept>

namespace canary::store {
namespace {

/// Completions that one turn of the loop calls: a batch may hold thousands, and timers wait meanwhile.
constexpr int most_a_turn = 32;

}  // namespace

deliveries::deliveries(boost::asio::any_io_executor loop, const logger& log, std::function<void(nanoseconds)> on_commit)
    : loop_(std::move(loop)), log_(&log), on_commit_(std::move(on_commit)) {}

void deliveries::expect() {
  if (outstanding_++ == 0) work_.emplace(loop_);
}

void deliveries::committed(write_batch batch, nanoseconds took) {
  if (on_commit_) on_commit_(took);
  add(std::move(batch), {});
}

void deliveries::dropped(write_batch batch, const std::string& why) {
  if (log_ != nullptr && dropped_in_trouble_ == 0) {
    log_->error("database: writes are given up", {{"count", batch.size()}, {"cause", why}});
  }
  dropped_ += batch.size();
  dropped_in_trouble_ += batch.size();
  add(std::move(batch), error{"the outcome could not be stored: " + why});
}

void deliveries::troubled(const std::string& why) {
  if (log_ != nullptr) {
    log_->error("database: cannot write; runs go on, their outcomes wait", {{"cause", why}, {"waiting", outstanding_}});
  }
}

void deliveries::healed() {
  if (log_ != nullptr) log_->info("database: writes again", {{"given_up", dropped_in_trouble_}});
  dropped_in_trouble_ = 0;
}

void deliveries::lost(const std::string& why) {
  throw std::runtime_error("the database has to be opened anew (" + why + "); what it had stored is there");
}

void deliveries::detach() {
  log_ = nullptr;
  on_commit_ = nullptr;
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
