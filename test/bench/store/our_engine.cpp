#include "bench/store/engine.hpp"

#include <cstdio>
#include <stdexcept>

namespace canary::bench {
namespace {

class our_engine final : public engine {
 public:
  our_engine(const place& where, boost::asio::io_context& loop, clock& time)
      : log_(
            time, [](const std::string& line) { std::fputs(line.c_str(), stderr); }, log_format::text,
            log_level::warn) {
    store::lmdb_options options;
    options.file = where.folder / "canary.db";
    options.max_size = 64ull << 30;
    options.time = &time;
    options.on_commit = [this](const store::commit_report& commit) {
      so_far_.writes += commit.writes;
      so_far_.took.push_back(commit.took);
    };
    options.durability = where.how;
    options.keep.passes = where.keep_passes;
    auto opened = store::open_lmdb_store(options, loop.get_executor(), time.wall(), log_);
    if (!opened) throw std::runtime_error(opened.error().message);
    store_ = std::move(*opened);
  }

  void start(const run_record& record, store::store::completion done) override {
    store_->start_run(record, std::move(done));
  }

  void end(const run_record& record, const run_details& details, store::store::completion done) override {
    store_->end_run(record, details, std::move(done));
  }

  std::vector<run_record> list(const store::run_query& query) const override {
    auto page = store_->list_runs(query).value();
    // A page that is not full is not the end: whoever wants a hundred goes on.
    for (store::run_query rest = query; page.next && page.runs.size() < query.limit;) {
      rest.before = page.next;
      rest.limit = query.limit - page.runs.size();
      auto more = store_->list_runs(rest).value();
      std::move(more.runs.begin(), more.runs.end(), std::back_inserter(page.runs));
      page.next = more.next;
    }
    return std::move(page.runs);
  }

  std::optional<run_record> find(const run_id& id) const override { return store_->find_run(id).value(); }
  std::optional<run_details> details(const run_id& id) const override { return store_->find_details(id).value(); }
  store::rollup summarize(const std::string& test, wall_time since, wall_time until) const override {
    return store_->summarize(test, since, until).value().total;
  }
  void remove_expired(wall_time now, std::function<void()> done) override {
    store_->remove_expired(now, std::move(done));
  }
  std::uint64_t removed() const override { return store_->stats().removed.all(); }
  commits take_commits() override { return std::exchange(so_far_, {}); }

 private:
  logger log_;
  commits so_far_;
  std::unique_ptr<store::store> store_;
};

}  // namespace

std::unique_ptr<engine> open_ours(const place& where, boost::asio::io_context& loop, clock& time) {
  return std::make_unique<our_engine>(where, loop, time);
}

}  // namespace canary::bench
