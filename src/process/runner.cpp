#include "canary/process/runner.hpp"

#include "canary/core/event.hpp"
#include "process/execution.hpp"

#include <csignal>

namespace canary::process {
namespace {

class starting_runner final : public runner {
 public:
  starting_runner(boost::asio::any_io_executor loop, clock& time, runner_options options)
      : loop_(std::move(loop)), time_(time), options_(std::move(options)), starter_(std::make_shared<starter>()) {
    options_.work_dir = std::filesystem::absolute(options_.work_dir);
    std::signal(SIGPIPE, SIG_IGN);
  }

  outcome<program_end> run(const program_order& order, interrupter& stop, boost::asio::yield_context yield) override {
    if (stop.stopped()) return stop.reason();
    const auto program = std::make_shared<execution>(loop_, time_, starter_, options_, order);
    if (const auto refused = program->begin()) return *refused;
    event over(loop_);
    program->when_over([&over] { over.set(); });
    {
      const interrupter::waiter run_ends(stop, [&] { program->abandon(); });
      over.wait(yield);
    }
    if (stop.stopped()) return stop.reason();
    return program->take();
  }

  const runner_options& options() const noexcept override { return options_; }

 private:
  boost::asio::any_io_executor loop_;
  clock& time_;
  runner_options options_;
  std::shared_ptr<starter> starter_;
};

}  // namespace

std::shared_ptr<runner> create_runner(boost::asio::any_io_executor loop, clock& time, runner_options options) {
  return std::make_shared<starting_runner>(std::move(loop), time, std::move(options));
}

}  // namespace canary::process
