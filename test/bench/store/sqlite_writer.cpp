#include "bench/store/sqlite_writer.hpp"

#include "bench/store/sqlite_schema.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace canary::bench {
namespace {

// As canaryd's writer takes, and removes.
constexpr std::size_t most_batch = 4096;
constexpr std::int64_t slice = 500;

std::string_view bytes_of(const run_id& id) {
  return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
}

std::int64_t count_of(wall_time t) { return t.time_since_epoch().count(); }

/// The connection with its tables there, before statements are prepared on it.
const std::filesystem::path& prepared(const std::filesystem::path& file) {
  sqlite::connection db(file);
  db.execute(sqlite_settings);
  db.execute(sqlite_tables);
  return file;
}

}  // namespace

sqlite_writer::sqlite_writer(const place& where, boost::asio::io_context& loop, clock& time)
    : loop_(loop),
      time_(time),
      db_(prepared(where.folder / "sqlite.db")),
      begin_(db_, "BEGIN IMMEDIATE"),
      commit_(db_, "COMMIT"),
      new_test_(db_, "INSERT INTO tests(name) VALUES(?)"),
      new_run_(db_, "INSERT INTO runs(id, test, status, started, lateness, trigger, attempt) VALUES(?,?,0,?,?,?,?)"),
      end_run_(db_,
               "UPDATE runs SET status = ?, ended = ?, duration = ?, class = ?, message = ?, cpu = ?, memory = ?, "
               "slices = ?, allocations = ? WHERE row = ?"),
      new_details_(db_, "INSERT INTO details VALUES(?,?)"),
      oldest_(db_, "SELECT row, status FROM runs WHERE row > ? AND started < ? ORDER BY row LIMIT ?"),
      drop_run_(db_, "DELETE FROM runs WHERE row = ?"),
      drop_details_(db_, "DELETE FROM details WHERE row = ?"),
      rollups_(db_),
      keep_passes_(where.keep_passes) {
  db_.execute(sqlite_settings);
  db_.execute(where.how == store::durability::full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
  sqlite::statement known(db_, "SELECT name, number FROM tests");
  while (known.step()) tests_.emplace(known.bytes(0), known.number(1));
  thread_ = std::thread([this] { work(); });
}

sqlite_writer::~sqlite_writer() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void sqlite_writer::push(write what) {
  if (outstanding_++ == 0) busy_.emplace(loop_.get_executor());
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(what));
  }
  changed_.notify_one();
}

void sqlite_writer::remove_expired(wall_time now, std::function<void()> done) {
  {
    const std::lock_guard lock(mutex_);
    when_removed_ = std::move(done);
    expired_ = now - keep_passes_;
  }
  changed_.notify_one();
}

commits sqlite_writer::take_commits() {
  const std::lock_guard lock(mutex_);
  return std::exchange(so_far_, {});
}

void sqlite_writer::work() try {
  while (true) {
    batch writes;
    std::optional<wall_time> expired;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return closed_ || expired_ || !waiting_.empty(); });
      if (waiting_.empty() && !expired_) return;
      const auto cut = waiting_.begin() + static_cast<std::ptrdiff_t>(std::min(waiting_.size(), most_batch));
      writes.assign(std::make_move_iterator(waiting_.begin()), std::make_move_iterator(cut));
      waiting_.erase(waiting_.begin(), cut);
      expired = expired_;
    }
    if (!writes.empty()) write_some(std::move(writes));
    if (expired && !remove_some(*expired)) {
      const std::lock_guard lock(mutex_);
      expired_.reset();
      boost::asio::post(loop_, std::move(when_removed_));
    }
  }
} catch (const std::exception& problem) {
  std::fprintf(stderr, "%s\n", problem.what());
  std::abort();  // there is no benchmark without it
}

void sqlite_writer::write_some(batch writes) {
  const mono_time begun = time_.mono();
  apply(writes);
  {
    const std::lock_guard lock(mutex_);
    so_far_.writes += writes.size();
    so_far_.took.push_back(time_.mono() - begun);
  }
  boost::asio::post(loop_, [this, writes = std::move(writes)]() mutable { deliver(std::move(writes)); });
}

bool sqlite_writer::remove_some(wall_time before) {
  std::vector<std::int64_t> passed;
  std::int64_t seen = 0;
  begin_.run();
  for (oldest_.with(swept_, count_of(before), slice); oldest_.step(); ++seen) {
    swept_ = oldest_.number(0);
    if (oldest_.number(1) == static_cast<std::int64_t>(run_status::passed)) passed.push_back(swept_);
  }
  oldest_.reset();
  for (const std::int64_t row : passed) {
    drop_run_.with(row).run();
    drop_details_.with(row).run();
  }
  commit_.run();
  removed_ += passed.size();
  return seen == slice;
}

void sqlite_writer::deliver(batch writes) {
  outstanding_ -= writes.size();
  if (outstanding_ == 0) busy_.reset();
  for (const write& each : writes) {
    if (each.done) each.done({});
  }
}

void sqlite_writer::apply(const batch& writes) {
  begin_.run();
  for (const write& each : writes) each.is_start ? start(each.record) : end(each);
  rollups_.write();
  commit_.run();
}

std::int64_t sqlite_writer::number_of(const std::string& test) {
  const auto [at, is_new] = tests_.try_emplace(test);
  if (is_new) {
    new_test_.with(test).run();
    at->second = db_.last_row();
  }
  return at->second;
}

void sqlite_writer::start(const run_record& record) {
  new_run_
      .with(bytes_of(record.id), number_of(record.test), count_of(record.start_at), record.lateness.count(),
            static_cast<std::int64_t>(record.trigger), record.attempt)
      .run();
  ongoing_[record.id] = db_.last_row();
}

void sqlite_writer::end(const write& what) {
  const run_record& record = what.record;
  const auto known = ongoing_.find(record.id);
  if (known == ongoing_.end()) throw std::runtime_error("a run ends that has not begun");
  const run_usage usage = record.usage.value_or(run_usage{});
  end_run_
      .with(static_cast<std::int64_t>(record.status), count_of(record.end_at.value_or(record.start_at)),
            record.duration.count(), static_cast<std::int64_t>(record.cause.kind), record.cause.message,
            usage.cpu.count(), static_cast<std::int64_t>(usage.peak_memory_bytes),
            static_cast<std::int64_t>(usage.slices), static_cast<std::int64_t>(usage.allocations), known->second)
      .run();
  if (!what.details.empty()) new_details_.with(known->second, what.details).run();
  ongoing_.erase(known);
  rollups_.add(record, number_of(record.test));
}

}  // namespace canary::bench
