#pragma once
// One program, seen from the loop: what it is given, what it says, how it is ended.

#include "canary/process/runner.hpp"
#include "process/output.hpp"
#include "process/starter.hpp"

#include <functional>

namespace canary::process {

/// Kept alive by what it waits for. Everything happens on the loop.
class execution : public std::enable_shared_from_this<execution> {
 public:
  execution(const boost::asio::any_io_executor& loop, clock& time, std::shared_ptr<starter> by,
            const runner_options& options, const program_order& order);

  /// Once, and first. A failure where there is nothing to wait for.
  std::optional<failure> begin();

  /// Called once, when `take` has something to give or nobody is to wait for it any more. It sets something, and goes.
  void when_over(std::function<void()> hook) { over_ = std::move(hook); }

  /// Nobody waits any more: ends the program, without telling.
  void abandon();

  outcome<program_end> take();

 private:
  std::optional<failure> prepare();
  void hand_over();
  void write_input();
  void read_report();
  void reported(const report& what);
  void end_early(failure why);
  void tell(command what);
  void after(nanoseconds wait, void (execution::*next)());
  void kill() { tell(command::kill); }
  void time_is_up();
  void force();
  void output_changed();
  void finish();
  failure failed(failure_class kind, const std::string& what) const;

  clock& time_;
  std::shared_ptr<starter> starter_;
  runner_options options_;
  program_order order_;
  order_descriptors given_;
  boost::asio::posix::stream_descriptor in_, control_;
  output out_, err_;
  std::size_t written_ = 0;
  report heard_;
  std::unique_ptr<timer> alarm_, retry_;
  mono_time began_{};
  program_end end_;
  std::optional<failure> why_;  // not to be waited for, or not to be had
  bool ended_ = false;          // the program; others may be left
  bool forced_ = false;         // it did not end by SIGTERM
  std::function<void()> over_;
};

}  // namespace canary::process
