#include "writer.hpp"

#include <algorithm>
#include <cerrno>

namespace canary::store {
namespace {

constexpr std::size_t most_batch = 4096;
constexpr std::chrono::milliseconds first_pause{20}, last_pause{2000};

}  // namespace

writer::writer(std::shared_ptr<database> db, write_queue& queue, sweeper old, compactor smaller, const clock* time,
               writer_events events)
    : db_(std::move(db)),
      applier_(db_->in),
      queue_(queue),
      sweeper_(std::move(old)),
      compactor_(std::move(smaller)),
      time_(time),
      events_(std::move(events)),
      most_(most_batch),
      pause_(first_pause),
      thread_([this] { run(); }) {}

std::size_t writer::finish() {
  if (thread_.joinable()) {
    queue_.close();
    thread_.join();
  }
  return given_up_at_end_;
}

nanoseconds writer::now() const { return time_ != nullptr ? time_->mono().time_since_epoch() : nanoseconds{}; }

void writer::run() {
  while (true) {
    write_batch batch = queue_.take(most_, sweeping_.has_value());
    const std::size_t writes = batch.size();
    const bool idle = writes == 0;
    if (!idle) write_some(std::move(batch));
    if (queue_.closed()) {
      if (idle) return;
      continue;
    }
    if (queue_.take_compaction()) compact();
    if (const auto asked = queue_.take_sweep()) sweeping_ = asked;
    if (!sweeping_ && sweeper_.is_near_full(*db_->env))
      sweeping_ = write_queue::sweep_request();  // whatever the time is
    // One slice before the next batch; more only where the batch has brought more than a slice looks at.
    std::size_t looked = 0;
    do {
      if (sweeping_) looked += sweep_some();
    } while (sweeping_ && looked < writes && !queue_.closed());
  }
}

std::size_t writer::sweep_some() {
  removed_runs removed;
  sweeper::progress made;
  std::optional<result<void>> outcome;
  try {
    made = sweeper_.sweep(*db_->env, db_->in, sweeping_->now, removed);
    if (!made.more) outcome.emplace();
  } catch (const lmdb::fault& fault) {
    if (fault.is_final()) events_.lost(fault.what());
    outcome.emplace(error{fault.what()});
  } catch (const std::exception& problem) {
    outcome.emplace(error{problem.what()});
  }
  if (removed.all() > 0) events_.swept(removed);
  if (outcome) {
    if (sweeping_->now) free_bytes_ = free_bytes();
    events_.sweep_ended(sweeping_->number, std::move(*outcome), free_bytes_);
    sweeping_.reset();
  }
  return made.looked;
}

std::uint64_t writer::free_bytes() const {
  try {
    return lmdb::transaction(*db_->env, lmdb::transaction::access::read).free_bytes();
  } catch (const lmdb::fault&) {
    return 0;  // who writes or sweeps next tells what is amiss
  }
}

void writer::compact() {
  bool given_up = false;
  result<std::shared_ptr<database>> copy = error{};
  try {
    std::uint64_t expected = db_->env->used();
    {
      const lmdb::transaction txn(*db_->env, lmdb::transaction::access::read);
      expected -= std::min(expected, txn.free_bytes());
    }
    events_.copying(0, expected);
    copy = compactor_(*db_, [&](std::uint64_t written) {
      events_.copying(written, expected);
      given_up = queue_.pressing();
      return !given_up;
    });
  } catch (const std::exception& problem) {
    copy = error{problem.what()};
  }
  if (!copy) {
    const bool ending = queue_.closed();
    const std::string why = ending ? "canaryd is shutting down" : "too many outcomes wait to be written";
    return events_.compacted(given_up ? error{why} : copy.error());
  }
  db_ = *copy;
  applier_.emplace(db_->in);
  events_.compacted(std::weak_ptr(db_));
}

void writer::write_some(write_batch batch) {
  const nanoseconds begun = now();
  try {
    write(batch);
  } catch (const lmdb::fault& fault) {
    if (fault.is_final()) events_.lost(fault.what());
    return fail(std::move(batch), fault.what());
  } catch (const std::exception& problem) {
    return fail(std::move(batch), problem.what());
  }
  events_.committed(std::move(batch), now() - begun);
  most_ = std::min(most_ * 2, most_batch);
  pause_ = first_pause;
  if (troubled_) events_.healed();
  troubled_ = false;
}

void writer::write(const write_batch& batch) {
  try {
    lmdb::transaction txn(*db_->env, lmdb::transaction::access::write);
    applier_->apply(batch, txn);
    txn.commit();
  } catch (const lmdb::fault& fault) {
    applier_->forget();
    // Of a write that came half through, LMDB says no more than this.
    const int why = fault.code == EIO ? db_->file.cannot_grow() : 0;
    if (why != 0) throw lmdb::fault(why, "committing");
    throw;
  } catch (...) {
    applier_->forget();
    throw;
  }
}

void writer::fail(write_batch batch, const std::string& why) {
  if (!troubled_) events_.troubled(why);
  troubled_ = true;
  const std::size_t tried = batch.size();
  // A batch may not fit where a part of it does.
  most_ = std::max<std::size_t>(1, tried / 2);
  if (queue_.pause(tried > 1 ? std::chrono::milliseconds{0} : pause_) && tried == 1) {
    while (!batch.empty()) {
      given_up_at_end_ += batch.size();
      events_.dropped(std::move(batch), why);
      batch = queue_.take(most_batch);
    }
    return;
  }
  if (tried == 1) pause_ = std::min(pause_ * 2, last_pause);
  if (write_batch given_up = queue_.put_back(std::move(batch)); !given_up.empty()) {
    events_.dropped(std::move(given_up), why);
  }
}

}  // namespace canary::store
