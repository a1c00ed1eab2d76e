// Reads, on a connection of the loop's own: in WAL mode a writer does not stand in their way.

#include "bench/store/engine.hpp"
#include "bench/store/sqlite_schema.hpp"
#include "bench/store/sqlite_writer.hpp"
#include "store/details_codec.hpp"

namespace canary::bench {
namespace {

#define COLUMNS                                                                                                   \
  "id, test, status, started, lateness, trigger, attempt, ended, duration, class, message, cpu, memory, slices, " \
  "allocations"

wall_time time_of(std::int64_t count) { return wall_time{nanoseconds{count}}; }

class sqlite_engine final : public engine {
 public:
  sqlite_engine(const place& where, boost::asio::io_context& loop, clock& time)
      : writer_(where, loop, time),
        db_(where.folder / "sqlite.db"),
        by_number_(db_, "SELECT name FROM tests WHERE number = ?"),
        by_name_(db_, "SELECT number FROM tests WHERE name = ?"),
        all_(db_, "SELECT " COLUMNS " FROM runs ORDER BY id DESC LIMIT ?"),
        all_before_(db_, "SELECT " COLUMNS " FROM runs WHERE id < ? ORDER BY id DESC LIMIT ?"),
        of_test_(db_, "SELECT " COLUMNS " FROM runs WHERE test = ? ORDER BY started DESC LIMIT ?"),
        failures_(db_, "SELECT " COLUMNS " FROM runs WHERE status > 1 ORDER BY started DESC LIMIT ?"),
        failures_of_test_(db_,
                          "SELECT " COLUMNS " FROM runs WHERE test = ? AND status > 1 ORDER BY started DESC LIMIT ?"),
        by_id_(db_, "SELECT " COLUMNS " FROM runs WHERE id = ?"),
        details_(db_, "SELECT bytes FROM details JOIN runs USING(row) WHERE id = ?"),
        summaries_(db_) {
    db_.execute(sqlite_settings);
  }

  void start(const run_record& record, store::store::completion done) override {
    writer_.push({true, record, {}, std::move(done)});
  }

  void end(const run_record& record, const run_details& details, store::store::completion done) override {
    writer_.push(
        {false, record, store::is_empty(details) ? std::string() : store::encode_details(details), std::move(done)});
  }

  std::vector<run_record> list(const store::run_query& query) const override {
    const auto limit = static_cast<std::int64_t>(query.limit);
    if (query.test) {
      const std::int64_t number = number_of(*query.test);
      return rows((query.status ? failures_of_test_ : of_test_).with(number, limit));
    }
    if (query.status) return rows(failures_.with(limit));
    return rows(query.before ? all_before_.with(bytes_of(*query.before), limit) : all_.with(limit));
  }

  std::optional<run_record> find(const run_id& id) const override {
    auto found = rows(by_id_.with(bytes_of(id)));
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
  }

  std::optional<run_details> details(const run_id& id) const override {
    std::optional<run_details> found;
    if (details_.with(bytes_of(id)).step()) found = store::decode_details(details_.bytes(0));
    details_.reset();
    return found;
  }

  store::rollup summarize(const std::string& test, wall_time since, wall_time until) const override {
    return summaries_.sum(number_of(test), since, until);
  }

  void remove_expired(wall_time now, std::function<void()> done) override {
    writer_.remove_expired(now, std::move(done));
  }
  std::uint64_t removed() const override { return writer_.removed(); }
  commits take_commits() override { return writer_.take_commits(); }

 private:
  static std::string_view bytes_of(const run_id& id) {
    return {reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()};
  }

  std::int64_t number_of(const std::string& test) const {
    const std::int64_t number = by_name_.with(test).step() ? by_name_.number(0) : 0;
    by_name_.reset();
    return number;
  }

  // As canaryd's listing does, names are looked up once a page.
  const std::string& name_of(std::unordered_map<std::int64_t, std::string>& known, std::int64_t number) const {
    const auto [at, is_new] = known.try_emplace(number);
    if (is_new && by_number_.with(number).step()) at->second = by_number_.bytes(0);
    if (is_new) by_number_.reset();
    return at->second;
  }

  std::vector<run_record> rows(sqlite::statement& from) const {
    std::vector<run_record> out;
    std::unordered_map<std::int64_t, std::string> names;
    while (from.step()) {
      run_record& record = out.emplace_back();
      const std::string_view id = from.bytes(0);
      std::copy(id.begin(), id.end(), record.id.bytes.begin());
      record.test = name_of(names, from.number(1));
      record.status = static_cast<run_status>(from.number(2));
      record.start_at = time_of(from.number(3));
      record.lateness = nanoseconds{from.number(4)};
      record.trigger = static_cast<run_trigger>(from.number(5));
      record.attempt = static_cast<std::uint32_t>(from.number(6));
      if (record.status == run_status::running) continue;
      record.end_at = time_of(from.number(7));
      record.duration = nanoseconds{from.number(8)};
      record.cause.kind = static_cast<failure_class>(from.number(9));
      record.cause.message = from.bytes(10);
      record.usage =
          run_usage{nanoseconds{from.number(11)}, static_cast<std::uint64_t>(from.number(12)),
                    static_cast<std::uint64_t>(from.number(13)), static_cast<std::uint64_t>(from.number(14))};
    }
    from.reset();
    return out;
  }

  sqlite_writer writer_;  // first: it makes the tables
  sqlite::connection db_;
  mutable sqlite::statement by_number_, by_name_, all_, all_before_, of_test_, failures_, failures_of_test_, by_id_,
      details_;
  mutable sqlite_summaries summaries_;
};

}  // namespace

std::unique_ptr<engine> open_sqlite(const place& where, boost::asio::io_context& loop, clock& time) {
  return std::make_unique<sqlite_engine>(where, loop, time);
}

}  // namespace canary::bench
