#include "canary/run/run_pool.hpp"

#include <exception>
#include <new>

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
  try {
    boost::asio::spawn(
        with_.executor, std::allocator_arg, script::stack_allocator(with_.stacks),
        [this, run](boost::asio::yield_context yield) {
          with_.turns.wait(yield);
          const run_record record = start_of(*run);
          const execution_observer watching{
              [this](const run_record& of, const log_entry& line) { observer_.run_logged(of, line); }};
          end(run, execute(with_, run->order, *run->order.what->code, record, run->stop, watching, yield));
        },
        [](std::exception_ptr thrown) {
          if (thrown) std::rethrow_exception(thrown);
        });
  } catch (const std::bad_alloc&) {
    run_result failed{.record = start_of(*run), .details = {}};
    failed.record.end_at = failed.record.start_at;
    failed.record.status = run_status::failed;
    failed.record.cause = {failure_class::limit, "there is no memory for the script's stack"};
    end(run, failed);
  }
}

run_record run_pool::start_of(entry& run) {
  run.order.lateness += with_.time.mono() - run.ordered_at;
  run_record record = begin_record(with_.time, run.order);
  observer_.run_started(record);
  return record;
}

void run_pool::end(const std::shared_ptr<entry>& run, const run_result& result) {
  going_on_.erase(run->order.id);
  observer_.run_ended(result);
  run->ended(result.record);
}

}  // namespace canary::run
