#include "canary/core/clock.hpp"

#include <boost/asio/steady_timer.hpp>

#include <time.h>

#include <algorithm>

namespace canary {
namespace {

class asio_timer final : public timer {
 public:
  explicit asio_timer(const boost::asio::any_io_executor& executor) : timer_(executor) {}

  void start(mono_time at, std::function<void()> on_expiry) override {
    timer_.expires_at(std::chrono::time_point_cast<std::chrono::steady_clock::duration>(at));
    // An expiry that is already queued in the loop can no longer be cancelled by Asio; the generation tells it apart.
    const auto generation = ++*generation_;
    timer_.async_wait([on_expiry = std::move(on_expiry), current = std::weak_ptr(generation_),
                       generation](const boost::system::error_code& error) {
      const auto alive = current.lock();
      if (!error && alive && *alive == generation) on_expiry();
    });
  }

  void cancel() override {
    ++*generation_;
    timer_.cancel();
  }

 private:
  boost::asio::steady_timer timer_;
  std::shared_ptr<std::uint64_t> generation_ = std::make_shared<std::uint64_t>(0);
};

class real_clock final : public clock {
 public:
  explicit real_clock(boost::asio::any_io_executor executor) : executor_(std::move(executor)) {}
  wall_time wall() const override { return std::chrono::system_clock::now(); }
  mono_time mono() const override { return std::chrono::steady_clock::now(); }
  nanoseconds cpu() const override {
    timespec used{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return std::chrono::seconds{used.tv_sec} + nanoseconds{used.tv_nsec};
  }
  std::unique_ptr<timer> make_timer() override { return std::make_unique<asio_timer>(executor_); }

 private:
  boost::asio::any_io_executor executor_;
};

}  // namespace

std::unique_ptr<clock> create_real_clock(boost::asio::any_io_executor executor) {
  return std::make_unique<real_clock>(std::move(executor));
}

class virtual_clock::alarm final : public timer {
 public:
  explicit alarm(virtual_clock& owner) : owner_(owner) { owner_.alarms_.push_back(this); }
  ~alarm() override { std::erase(owner_.alarms_, this); }

  void start(mono_time at, std::function<void()> on_expiry) override {
    at_ = at;
    order_ = ++owner_.sequence_;
    on_expiry_ = std::move(on_expiry);
  }
  void cancel() override { on_expiry_ = nullptr; }

  bool armed() const { return on_expiry_ != nullptr; }
  bool before(const alarm& other) const { return at_ != other.at_ ? at_ < other.at_ : order_ < other.order_; }
  mono_time at() const { return at_; }
  void fire() { std::exchange(on_expiry_, nullptr)(); }

 private:
  virtual_clock& owner_;
  mono_time at_{};
  std::uint64_t order_ = 0;
  std::function<void()> on_expiry_;
};

virtual_clock::virtual_clock(wall_time start) : wall_(start) {}
virtual_clock::~virtual_clock() = default;

wall_time virtual_clock::wall() const { return wall_; }
mono_time virtual_clock::mono() const { return mono_; }
nanoseconds virtual_clock::cpu() const { return cpu_; }
std::unique_ptr<timer> virtual_clock::make_timer() { return std::make_unique<alarm>(*this); }
void virtual_clock::advance(nanoseconds by) { advance_to(mono_ + by); }
void virtual_clock::step_wall(nanoseconds by) { wall_ += by; }

void virtual_clock::compute(nanoseconds by) {
  wall_ += by;
  mono_ += by;
  cpu_ += by;
}

void virtual_clock::advance_to(mono_time t) {
  const auto move_to = [this](mono_time to) {
    if (to <= mono_) return;
    wall_ += to - mono_;
    mono_ = to;
  };
  for (;;) {
    alarm* next = nullptr;
    for (alarm* a : alarms_) {
      if (a->armed() && a->at() <= t && (next == nullptr || a->before(*next))) next = a;
    }
    if (next == nullptr) break;
    move_to(next->at());
    next->fire();
  }
  move_to(t);
}

std::optional<mono_time> virtual_clock::next_expiry() const {
  std::optional<mono_time> earliest;
  for (const alarm* a : alarms_) {
    if (a->armed() && (!earliest || a->at() < *earliest)) earliest = a->at();
  }
  return earliest;
}

}  // namespace canary
