#include "canary/store/store.hpp"

#include "deliveries.hpp"
#include "details_codec.hpp"
#include "intervention_codec.hpp"
#include "listing.hpp"
#include "opening.hpp"
#include "summarizing.hpp"
#include "taking_place.hpp"
#include "writer.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <future>

namespace canary::store {
namespace {

/// What the writer says, said on the loop. The transaction that wrote has ended by then.
writer_events events_for(const std::shared_ptr<deliveries>& to,
                         std::function<void(const result<std::weak_ptr<database>>&)> compacted) {
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
          [on_loop](std::uint64_t request, result<void> outcome, std::uint64_t free_bytes) {
            on_loop([request, outcome = std::move(outcome), free_bytes](deliveries& d) {
              d.sweep_ended(request, outcome, free_bytes);
            });
          },
      .copying = [on_loop](std::uint64_t written,
                           std::uint64_t expected) { on_loop([=](deliveries& d) { d.copying(written, expected); }); },
      .compacted =
          [on_loop, compacted = std::move(compacted)](result<std::weak_ptr<database>> outcome) {
            on_loop([compacted, outcome = std::move(outcome)](deliveries&) { compacted(outcome); });
          }};
}

lmdb::sync sync_of(const lmdb_options& options) {
  return options.durability == durability::full ? lmdb::sync::full : lmdb::sync::relaxed;
}

/// A batch must leave room in a file near its limit, in which removing old runs can begin.
std::size_t batch_bytes_for(std::uint64_t max_size) {
  return static_cast<std::size_t>(std::clamp<std::uint64_t>(max_size / 64, 16u << 10, 32u << 20));
}

class lmdb_store final : public store {
 public:
  lmdb_store(database db, const lmdb_options& options, boost::asio::any_io_executor loop, const logger& log)
      : file_(file_behind(options.file)),
        db_(std::make_shared<database>(std::move(db))),
        deliveries_(std::make_shared<deliveries>(std::move(loop), log, options.time, options.on_commit)),
        queue_(options.max_queue, options.max_queue_bytes, batch_bytes_for(options.max_size)),
        log_(log),
        self_(std::make_shared<lmdb_store*>(this)),
        writer_(db_, queue_, sweeper(options.keep, options.max_size), compactor_for(options), options.time,
                events_for(deliveries_, [self = std::weak_ptr(self_)](const result<std::weak_ptr<database>>& outcome) {
                  if (const auto there = self.lock()) (*there)->compacted(outcome);
                })) {}

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

  void keep_intervention(const std::string& test, const intervention& said, completion done) override {
    run_record of_test;
    of_test.test = test;
    submit({pending_write::kind::intervention, std::move(of_test),
            said.any() ? encode_intervention(said) : std::string(), std::move(done)});
  }

  void remove_expired(retention_date now, std::function<void()> done) override {
    deliveries_->expect_sweep(queue_.request_sweep(now), std::move(done));
  }

  result<run_page> list_runs(const run_query& query) const override {
    return read([&] { return result<run_page>(list_page(*snapshot_, db_->in, query)); });
  }

  result<std::vector<run_record>> list_ongoing(std::size_t limit) const override {
    return read([&] { return result<std::vector<run_record>>(list_unfinished(*snapshot_, db_->in, limit)); });
  }

  result<std::optional<run_record>> find_run(const run_id& id) const override {
    return read([&] { return read_run(*snapshot_, db_->in, id); });
  }

  result<std::optional<run_details>> find_details(const run_id& id) const override {
    return read([&] { return read_details(*snapshot_, db_->in, id); });
  }

  result<summary> summarize(std::string_view test, wall_time since, wall_time until) const override {
    return read([&] { return result<summary>(read_summary(*snapshot_, db_->in, test, since, until)); });
  }

  result<rollup_page> list_rollups(std::string_view test, wall_time since, wall_time until,
                                   std::chrono::hours step) const override {
    constexpr std::chrono::hours longest{24 * 366};
    if (step < std::chrono::hours{1} || step > longest) return error{"a step is from an hour to a year"};
    const auto hours = static_cast<std::uint32_t>(step.count());
    return read([&] { return result<rollup_page>(read_rollups(*snapshot_, db_->in, test, since, until, hours)); });
  }

  result<std::optional<standing>> find_standing(std::string_view test) const override {
    return read([&] { return result<std::optional<standing>>(read_standing(*snapshot_, db_->in, test)); });
  }

  result<std::map<std::string, intervention>> list_interventions() const override {
    using found = std::map<std::string, intervention>;
    return read([&] { return result<found>(canary::store::list_interventions(*snapshot_, db_->in)); });
  }

  result<std::optional<retention_date>> last_expiry() const override {
    return read([&] { return result<std::optional<retention_date>>(read_expiry(*snapshot_, db_->in)); });
  }

  result<void> compact() override {
    if (deliveries_->last_compaction().now == compaction::state::copying) {
      return error{"the database is being compacted already"};
    }
    deliveries_->expect_compaction(size_of_file());
    queue_.request_compaction();
    return {};
  }

  compaction last_compaction() const override { return deliveries_->last_compaction(); }

  statistics stats() const override {
    const auto runs = read([&] { return result<std::uint64_t>(snapshot_->count(db_->in.runs)); });
    return {.runs = runs ? *runs : 0,
            .size_bytes = db_->env->used(),
            .free_bytes = std::min(deliveries_->free_bytes(), db_->env->used()),
            .queue_length = deliveries_->outstanding(),
            .dropped = deliveries_->dropped_count(),
            .interrupted = db_->interrupted,
            .removed = deliveries_->removed()};
  }

 private:
  static compactor compactor_for(const lmdb_options& options) {
    return [file = file_behind(options.file), size = options.max_size, sync = sync_of(options)](
               const database& from, const std::function<bool(std::uint64_t)>& meanwhile) {
      return canary::store::compacted(from, file, size, sync, meanwhile);
    };
  }

  std::uint64_t size_of_file() const {
    std::error_code unknown;
    const std::uint64_t size = std::filesystem::file_size(file_, unknown);
    return unknown ? 0 : size;
  }

  /// Whatever was read so far is in the file from before, and is in this one, too.
  void compacted(const result<std::weak_ptr<database>>& outcome) {
    auto smaller = outcome ? outcome->lock() : nullptr;
    if (smaller) {
      snapshot_.reset();
      db_.swap(smaller);
      // Giving back the addresses of a large file takes longer than the loop can wait.
      closing_ = std::async(std::launch::async, [old = std::move(smaller)]() mutable { old.reset(); });
    }
    deliveries_->compacted(outcome ? result<std::uint64_t>(size_of_file()) : outcome.error());
  }

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
      if (snapshot_ != nullptr) {
        snapshot_->renew();
      } else {
        snapshot_ = std::make_unique<lmdb::transaction>(*db_->env, lmdb::transaction::access::read);
      }
    } catch (const lmdb::fault& fault) {
      return error{std::string("the database cannot be read: ") + fault.what()};
    }
    struct release {
      lmdb::transaction& snapshot;
      ~release() { snapshot.reset(); }
    } const at_end{*snapshot_};
    try {
      return body();
    } catch (const lmdb::fault& fault) {
      return error{std::string("the database cannot be read: ") + fault.what()};
    }
  }

  const std::filesystem::path file_;
  std::future<void> closing_;  ///< of the file before a compacted one
  std::shared_ptr<database> db_;
  mutable std::unique_ptr<lmdb::transaction> snapshot_;  ///< of `db_`; null before the first read
  std::shared_ptr<deliveries> deliveries_;
  write_queue queue_;
  const logger& log_;
  std::shared_ptr<lmdb_store*> self_;  ///< for handlers that may come when this is gone
  writer writer_;                      // last: its thread uses the others
};

}  // namespace

result<std::unique_ptr<store>> open_lmdb_store(const lmdb_options& options, boost::asio::any_io_executor loop,
                                               wall_time now, const logger& log) {
  auto db =
      open_database({options.file, options.max_size, now, sync_of(options),
                     [&](std::uint64_t done, std::uint64_t all) {
                       log.info("database: made by an older canaryd, is being migrated", {{"runs", done}, {"of", all}});
                       if (options.on_migration) options.on_migration(done, all);
                     },
                     options.time});
  if (!db) return db.error();
  remove_unfinished_copy(file_behind(options.file));
  if (db->interrupted > 0) {
    log.warn("database: runs were found unfinished, and are interrupted now", {{"count", db->interrupted}});
  }
  return std::unique_ptr<store>(std::make_unique<lmdb_store>(std::move(*db), options, std::move(loop), log));
}

}  // namespace canary::store
