#include "canary/script/supervisor.hpp"

#include "canary/core/duration.hpp"
#include "canary/core/event.hpp"

namespace canary::script {

supervisor::supervisor(clock& time, turns& queue, interrupter& stop, boost::asio::yield_context yield,
                       mono_time deadline, nanoseconds timeout, std::shared_ptr<const std::string> test)
    : time_(time),
      queue_(queue),
      stop_(&stop),
      of_the_run_(&stop),
      yield_(yield),
      deadline_(deadline),
      timeout_(timeout) {
  account_.test = std::move(test);
  queue_.watch().enter(account_);
  had_.begin_turn(time_.mono());
}

supervisor::~supervisor() { queue_.watch().leave(account_); }

void supervisor::take_turn() {
  queue_.wait(yield_, had_);
  ++slices_;
  queue_.watch().enter(account_);
}

void supervisor::begin_cleanup(interrupter& stop, mono_time deadline, nanoseconds time) {
  stop_ = &stop;
  deadline_ = deadline;
  timeout_ = time;
}

void supervisor::end_cleanup() { stop_ = of_the_run_; }

nanoseconds supervisor::cpu() const { return account_.cpu + queue_.watch().cpu_of_turn(time_.mono()); }

void supervisor::look() { look(time_.mono()); }

void supervisor::look(mono_time now) {
  if (place_) queue_.watch().look(now, place_);
}

bool supervisor::check_deadline() {
  if (!stop_->stopped() && time_.mono() >= deadline_) {
    const char* what = stop_ == of_the_run_ ? "the run took longer than its timeout of "
                                            : "what the run did to tidy up took longer than the ";
    const char* after = stop_ == of_the_run_ ? "" : " that there are for it";
    stop_->stop({failure_class::timeout, what + format_duration(timeout_) + after});
  }
  return stop_->stopped();
}

supervisor::waiting_time::waiting_time(supervisor& s) : of(s) {
  if (of.listener_ != nullptr) of.listener_->waits(of.time_.mono());
}

supervisor::waiting_time::~waiting_time() {
  if (of.listener_ != nullptr) of.listener_->has_waited();
}

// Whatever becomes of the turn, the VM must be awake before anybody looks at it.
std::exception_ptr supervisor::end_wait() {
  std::exception_ptr thrown;
  try {
    take_turn();
  } catch (...) {
    thrown = std::current_exception();
  }
  if (listener_ != nullptr) listener_->goes_on();
  return thrown;
}

bool supervisor::should_end() {
  ++checks_;
  if (stop_->stopped()) return true;
  const mono_time now = time_.mono();
  if (now >= deadline_) {
    look(now);
    return check_deadline();
  }
  return give_way(now);
}

bool supervisor::give_way() {
  ++checks_;
  return give_way(time_.mono());
}

bool supervisor::give_way(mono_time now) {
  if (queue_.slice_is_over(now)) {
    look(now);
    std::exception_ptr thrown;
    {
      const exception_state aside;
      try {
        take_turn();
      } catch (...) {
        thrown = std::current_exception();
      }
    }
    if (thrown) std::rethrow_exception(thrown);
    now = time_.mono();
  }
  return now >= deadline_ ? check_deadline() : stop_->stopped();
}

void supervisor::out_of_memory(std::uint64_t limit_bytes) {
  stop_->stop({failure_class::limit,
               "the script needs more memory than its limit of " + std::to_string(limit_bytes >> 20) + " MiB"});
}

failure supervisor::sleep(nanoseconds how_long) {
  if (check_deadline()) return stop_->reason();
  const mono_time now = time_.mono();
  had_.end_turn(now);
  const mono_time until = how_long <= nanoseconds{0} ? now : how_long >= deadline_ - now ? deadline_ : now + how_long;
  return suspended([&](boost::asio::yield_context yield) {
    event over(yield.get_executor());
    const auto wake = [&over] { over.set(); };
    const auto alarm = time_.make_timer();
    alarm->start(until, wake);
    const interrupter::waiter waiting(*stop_, wake);
    over.wait(yield);
    return check_deadline() ? stop_->reason() : failure{};
  });
}

}  // namespace canary::script
