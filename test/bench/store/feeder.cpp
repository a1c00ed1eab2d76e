#include "bench/store/feeder.hpp"

#include <algorithm>
#include <stdexcept>

namespace canary::bench {
namespace {

constexpr std::chrono::milliseconds tick_length{1}, run_length{50};

run_record as_started(const run_record& ended) {
  run_record record = ended;
  record.status = run_status::running;
  record.end_at.reset();
  record.duration = {};
  record.cause = {};
  record.usage.reset();
  return record;
}

}  // namespace

double insertion::commits_per_s() const {
  return static_cast<double>(done.took.size()) * 1e9 / static_cast<double>(all.wall.count());
}

double insertion::writes_per_commit() const {
  return static_cast<double>(done.writes) / static_cast<double>(std::max<std::size_t>(done.took.size(), 1));
}

feeder::feeder(engine& to, run_generator& from, boost::asio::io_context& loop, clock& time)
    : to_(to), from_(from), loop_(loop), time_(time), timer_(time.make_timer()) {}

template <class Work>
insertion feeder::measured(const Work& work) {
  to_.take_commits();
  begun_ = 0;
  problem_.clear();
  const mono_time begun = time_.mono();
  const nanoseconds cpu = cpu_time();
  const std::uint64_t written = written_bytes();
  work();
  loop_.restart();
  loop_.run();
  if (!problem_.empty()) throw std::runtime_error(problem_);
  insertion what;
  what.all = {begun_, time_.mono() - begun, cpu_time() - cpu};
  what.done = to_.take_commits();
  what.written = written_bytes() - written;
  return what;
}

void feeder::begin(generated_run& slot) {
  if (begun_ == wanted_ || !problem_.empty()) return;
  ++begun_;
  slot = from_.next();
  to_.start(as_started(slot.record), [this, &slot](const result<void>& started) {
    if (!started) problem_ = started.error().message;
    to_.end(slot.record, slot.details, [this, &slot](const result<void>& ended) {
      if (!ended) problem_ = ended.error().message;
      begin(slot);
    });
  });
}

insertion feeder::fill(std::uint64_t count, std::size_t in_flight) {
  std::vector<generated_run> slots(in_flight);
  wanted_ = count;
  return measured([&] {
    for (auto& slot : slots) begin(slot);
  });
}

void feeder::tick() {
  const mono_time now = time_.mono();
  const double passed = static_cast<double>((now - from_when_).count()) / 1e9;
  const auto due = std::min(wanted_, static_cast<std::uint64_t>(passed * rate_));
  for (; begun_ < due; ++begun_) {
    going_.push_back({now + run_length, from_.next()});
    to_.start(as_started(going_.back().run.record), [this](const result<void>& started) {
      if (!started) problem_ = started.error().message;
    });
  }
  for (; !going_.empty() && going_.front().ends <= now; going_.pop_front()) {
    const generated_run& run = going_.front().run;
    to_.end(run.record, run.details, [this, now](const result<void>& ended) {
      if (!ended) problem_ = ended.error().message;
      pace_.durable_after.push_back(time_.mono() - now);
    });
  }
  if (begun_ < wanted_ || !going_.empty()) timer_->start(now + tick_length, [this] { tick(); });
}

pace feeder::keep_pace(double runs_per_s, std::chrono::seconds how_long) {
  rate_ = runs_per_s;
  wanted_ = static_cast<std::uint64_t>(runs_per_s * static_cast<double>(how_long.count()));
  pace_ = {};
  const insertion what = measured([&] {
    from_when_ = time_.mono();
    tick();
  });
  static_cast<insertion&>(pace_) = what;
  std::sort(pace_.durable_after.begin(), pace_.durable_after.end());
  return std::move(pace_);
}

}  // namespace canary::bench
