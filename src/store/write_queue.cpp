#include "write_queue.hpp"

#include <utility>

namespace canary::store {
write_batch write_queue::push(pending_write write) {
  write_batch given_up;
  {
    const std::lock_guard lock(mutex_);
    bytes_ += write.bytes();
    writes_.push_back(std::move(write));
    if (writes_.back().what == pending_write::kind::start) starts_.push_back(std::prev(writes_.end()));
    given_up = make_room();
  }
  changed_.notify_one();
  return given_up;
}

void write_queue::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_one();
}

std::uint64_t write_queue::request_sweep(retention_date now) {
  std::uint64_t number = 0;
  {
    const std::lock_guard lock(mutex_);
    number = ++sweeps_;
    sweep_ = sweep_request{now, number};
  }
  changed_.notify_one();
  return number;
}

std::optional<write_queue::sweep_request> write_queue::take_sweep() {
  const std::lock_guard lock(mutex_);
  return std::exchange(sweep_, std::nullopt);
}

void write_queue::request_compaction() {
  {
    const std::lock_guard lock(mutex_);
    compaction_ = true;
  }
  changed_.notify_one();
}

bool write_queue::take_compaction() {
  const std::lock_guard lock(mutex_);
  return std::exchange(compaction_, false);
}

bool write_queue::pressing() const {
  const std::lock_guard lock(mutex_);
  return closed_ || writes_.size() > most_writes_ / 2 || bytes_ > most_bytes_ / 2;
}

bool write_queue::closed() const {
  const std::lock_guard lock(mutex_);
  return closed_;
}

write_batch write_queue::take(std::size_t most, bool busy) {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [&] { return busy || closed_ || sweep_ || compaction_ || !writes_.empty(); });
  write_batch batch;
  std::size_t taken = 0;
  while (!writes_.empty() && batch.size() < most && taken < most_batch_bytes_) {
    const std::size_t size = writes_.front().bytes();
    taken += size;
    bytes_ -= size;
    if (writes_.front().what == pending_write::kind::start) starts_.pop_front();
    batch.splice(batch.end(), writes_, writes_.begin());
  }
  return batch;
}

write_batch write_queue::put_back(write_batch batch) {
  const std::lock_guard lock(mutex_);
  for (auto write = batch.end(); write != batch.begin();) {
    --write;
    bytes_ += write->bytes();
    if (write->what == pending_write::kind::start) starts_.push_front(write);
  }
  writes_.splice(writes_.begin(), batch);  // leaves iterators as they are
  return make_room();
}

bool write_queue::pause(std::chrono::milliseconds duration) {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, duration, [this] { return closed_; });
}

write_batch write_queue::make_room() {
  write_batch given_up;
  while (writes_.size() > most_writes_ || bytes_ > most_bytes_) {
    const auto place = starts_.empty() ? writes_.begin() : starts_.front();
    if (!starts_.empty()) starts_.pop_front();
    bytes_ -= place->bytes();
    given_up.splice(given_up.end(), writes_, place);
  }
  return given_up;
}

}  // namespace canary::store
