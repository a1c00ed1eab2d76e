#include "bench/store/engine.hpp"

#include <boost/asio/post.hpp>

namespace canary::bench {
namespace {

class nothing final : public engine {
 public:
  explicit nothing(boost::asio::io_context& loop) : loop_(loop) {}

  void start(const run_record&, store::store::completion done) override { finish(std::move(done)); }
  void end(const run_record&, const run_details&, store::store::completion done) override { finish(std::move(done)); }

  std::vector<run_record> list(const store::run_query&) const override { return {}; }
  std::optional<run_record> find(const run_id&) const override { return std::nullopt; }
  std::optional<run_details> details(const run_id&) const override { return std::nullopt; }
  store::rollup summarize(const std::string&, wall_time, wall_time) const override { return {}; }
  void remove_expired(wall_time, std::function<void()> done) override { boost::asio::post(loop_, std::move(done)); }
  std::uint64_t removed() const override { return 0; }
  commits take_commits() override { return {}; }

 private:
  void finish(store::store::completion done) {
    boost::asio::post(loop_, [done = std::move(done)] { done({}); });
  }

  boost::asio::io_context& loop_;
};

}  // namespace

std::unique_ptr<engine> make_nothing(boost::asio::io_context& loop) { return std::make_unique<nothing>(loop); }

}  // namespace canary::bench
