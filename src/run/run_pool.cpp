#include "canary/run/run_pool.hpp"

#include <exception>

namespace canary::run {

struct run_pool::entry {
  run_order order;
  std::function<void(const run_record&)> ended;
  mono_time ordered_at;
  interrupter stop;
};

void run_pool::start(run_order order, std::function<void(const run_record&)> ended) {
  auto run = std::make_shared<entry>(entry{std::move(order), std::move(ended), with_.time.mono(), {}});
  going_on_.emplace(run->order.id, run);
  with_.turns.enqueue([this, run] { begin(run); });
}

void run_pool::stop(const run_id& id, failure why) {
  if (const auto found = going_on_.find(id); found != going_on_.end()) {
    const auto run = found->second;  // a hook may end in the entry's removal
    run->stop.stop(std::move(why));
  }
}

void run_pool::begin(const std::shared_ptr<entry>& run) {
  boost::asio::spawn(
      with_.executor, std::allocator_arg, script::stack_allocator(with_.stacks),
      [this, run](boost::asio::yield_context yield) {
        with_.turns.wait(yield);
        run->order.lateness += with_.time.mono() - run->ordered_at;
        const run_record record = begin_record(with_.time, run->order);
        observer_.run_started(record);
        const execution_observer watching{
            [this](const run_record& of, const log_entry& line) { observer_.run_logged(of, line); }};
        const run_result result =
            execute(with_, run->order, *run->order.what->code, record, run->stop, watching, yield);
        going_on_.erase(run->order.id);
        observer_.run_ended(result);
        run->ended(result.record);
      },
      [](std::exception_ptr thrown) {
        if (thrown) std::rethrow_exception(thrown);
      });
}

}  // namespace canary::run
