#include "canary/store/store.hpp"

#include "deliveries.hpp"
#include "details_codec.hpp"
#include "listing.hpp"
#include "opening.hpp"
#include "summarizing.hpp"
#include "writer.hpp"

#include <boost/asio/post.hpp>

namespace canary::store {
namespace {

/// What the writer says, said on the loop. The transaction that wrote has ended by then.
writer_events events_for(const std::shared_ptr<deliveries>& to) {
  const auto on_loop = [to](auto call) {
    boost::asio::post(to->loop(), [to, call = std::move(call)]() mutable { call(*to); });
  };
  return {
      .committed =
          [on_loop](write_batch batch, nanoseconds took) {
            on_loop([batch = std::move(batch), took](deliveries& d) mutable { d.committed(std::move(batch), took); });
          },
      .troubled = [on_loop](std::string why) { on_loop([why = std::move(why)](deliveries& d) { d.troubled(why); }); },
      .healed = [on_loop] { on_loop([](deliveries& d) { d.healed(); }); },
      .dropped =
          [on_loop](write_batch batch, std::string why) {
            on_loop([batch = std::move(batch), why = std::move(why)](deliveries& d) mutable {
              d.dropped(std::move(batch), why);
            });
          },
      .lost = [on_loop](std::string why) { on_loop([why = std::move(why)](deliveries& d) { d.lost(why); }); },
      .swept = [on_loop](removed_runs removed) { on_loop([removed](deliveries& d) { d.swept(removed); }); },
      .sweep_ended =
          [on_loop](std::uint64_t request, result<void> outcome) {
            on_loop([request, outcome = std::move(outcome)](deliveries& d) { d.sweep_ended(request, outcome); });
          }};
}

class lmdb_store final : public store {
 public:
  lmdb_store(database db, const lmdb_options& options, boost::asio::any_io_executor loop, const logger& log)
      : db_(std::move(db)),
        snapshot_(*db_.env, lmdb::transaction::access::read),
        deliveries_(std::make_shared<deliveries>(std::move(loop), log, options.on_commit)),
        queue_(options.max_queue, options.max_queue_bytes),
        log_(log),
        writer_(db_, queue_, sweeper(options.keep, options.max_size), options.time, events_for(deliveries_)) {
    snapshot_.reset();
  }

  ~lmdb_store() override {
    if (const std::size_t lost = writer_.finish(); lost > 0) {
      log_.error("database: closed with writes that it could not take", {{"count", lost}});
    }
    deliveries_->detach();
  }

  void start_run(const run_record& record, completion done) override {
    submit({pending_write::kind::start, record, {}, std::move(done)});
  }

  void end_run(const run_record& record, const run_details& details, completion done) override {
    submit({pending_write::kind::end, record, is_empty(details) ? std::string() : encode_details(details),
            std::move(done)});
  }

  void remove_expired(wall_time now, std::function<void()> done) override {
    deliveries_->expect_sweep(queue_.request_sweep(now), std::move(done));
  }

  result<run_page> list_runs(const run_query& query) const override {
    return read([&] { return result<run_page>(list_page(snapshot_, db_.in, query)); });
  }

  result<std::vector<run_record>> list_ongoing(std::size_t limit) const override {
    return read([&] { return result<std::vector<run_record>>(list_unfinished(snapshot_, db_.in, limit)); });
  }

  result<std::optional<run_record>> find_run(const run_id& id) const override {
    return read([&] { return read_run(snapshot_, db_.in, id); });
  }

  result<std::optional<run_details>> find_details(const run_id& id) const override {
    return read([&] { return read_details(snapshot_, db_.in, id); });
  }

  result<summary> summarize(std::string_view test, wall_time since, wall_time until) const override {
    return read([&] { return result<summary>(read_summary(snapshot_, db_.in, test, since, until)); });
  }

  result<rollup_page> list_rollups(std::string_view test, wall_time since, wall_time until,
                                   std::chrono::hours step) const override {
    constexpr std::chrono::hours longest{24 * 366};
    if (step < std::chrono::hours{1} || step > longest) return error{"a step is from an hour to a year"};
    const auto hours = static_cast<std::uint32_t>(step.count());
    return read([&] { return result<rollup_page>(read_rollups(snapshot_, db_.in, test, since, until, hours)); });
  }

  result<std::optional<standing>> find_standing(std::string_view test) const override {
    return read([&] { return result<std::optional<standing>>(read_standing(snapshot_, db_.in, test)); });
  }

  statistics stats() const override {
    const auto runs = read([&] { return result<std::uint64_t>(snapshot_.count(db_.in.runs)); });
    return {.runs = runs ? *runs : 0,
            .size_bytes = db_.env->used(),
            .queue_length = deliveries_->outstanding(),
            .dropped = deliveries_->dropped_count(),
            .interrupted = db_.interrupted,
            .removed = deliveries_->removed()};
  }

 private:
  void submit(pending_write write) {
    deliveries_->expect();
    const std::size_t name = write.record.test.size();
    write_batch refused;
    if (name == 0 || name > longest_test_name) {
      refused.push_back(std::move(write));
      deliveries_->dropped(std::move(refused),
                           "a test's name has 1 to " + std::to_string(longest_test_name) + " bytes");
    } else if (refused = queue_.push(std::move(write)); !refused.empty()) {
      deliveries_->dropped(std::move(refused), "too many writes wait for the disk");
    }
  }

  /// Takes a snapshot for as long as `body` runs.
  template <class Body>
  auto read(Body body) const -> decltype(body()) {
    try {
      snapshot_.renew();
    } catch (const lmdb::fault& fault) {
      return error{std::string("the database cannot be read: ") + fault.what()};
    }
    struct release {
      lmdb::transaction& snapshot;
      ~release() { snapshot.reset(); }
    } const at_end{snapshot_};
    try {
      return body();
    } catch (const lmdb::fault& fault) {
      return error{std::string("the database cannot be read: ") + fault.what()};
    }
  }

  database db_;
  mutable lmdb::transaction snapshot_;
  std::shared_ptr<deliveries> deliveries_;
  write_queue queue_;
  const logger& log_;
  writer writer_;  // last: its thread uses the others
};

}  // namespace

result<std::unique_ptr<store>> open_lmdb_store(const lmdb_options& options, boost::asio::any_io_executor loop,
                                               wall_time now, const logger& log) {
  const auto sync = options.durability == durability::full ? lmdb::sync::full : lmdb::sync::relaxed;
  auto db =
      open_database({options.file, options.max_size, now, sync,
                     [&](std::uint64_t done, std::uint64_t all) {
                       log.info("database: made by an older canaryd, is being migrated", {{"runs", done}, {"of", all}});
                       if (options.on_migration) options.on_migration(done, all);
                     },
                     options.time});
  if (!db) return db.error();
  if (db->interrupted > 0) {
    log.warn("database: runs were found unfinished, and are interrupted now", {{"count", db->interrupted}});
  }
  return std::unique_ptr<store>(std::make_unique<lmdb_store>(std::move(*db), options, std::move(loop), log));
}

}  // namespace canary::store
