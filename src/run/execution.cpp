#include "canary/run/execution.hpp"

#include "run/host.hpp"
#include "run/mask_run.hpp"

#include <algorithm>
#include <new>

namespace canary::run {
namespace {

run_status status_of(const failure& cause, bool skipped) {
  if (cause.kind == failure_class::none) return skipped ? run_status::skipped : run_status::passed;
  return cause.kind == failure_class::interrupted ? run_status::interrupted : run_status::failed;
}

// A run that has to end at once, since it was replaced or the daemon ends, has less.
constexpr nanoseconds most_cleaning = std::chrono::seconds{10}, least_cleaning = std::chrono::seconds{2};

// The script is over, and its functions that tidy up get time and room of their own. A failure of theirs is the run's
// where it has none, and so is a limit that they reach, whatever they catch.
void clean_up(const engine& with, const test& what, const script::program& code, script::vm& vm,
              script::supervisor& watch, timer& alarm, interrupter& from_outside, host& runs_as,
              script::verdict& verdict) {
  interrupter stop;
  const auto give = [&](nanoseconds time) {
    watch.begin_cleanup(stop, with.time.mono() + time, time);
    alarm.start(watch.deadline(), [&watch] { watch.check_deadline(); });
  };
  const bool hurry = verdict.cause.kind == failure_class::interrupted;
  give(std::min(hurry ? least_cleaning : most_cleaning, what.timeout));
  const interrupter::waiter hurried(from_outside, [&] {
    if (watch.deadline() > with.time.mono() + least_cleaning) give(least_cleaning);
  });
  runs_as.begin_cleanup();
  script::verdict after = vm.clean_up(code);
  alarm.cancel();
  if (after.cause.kind == failure_class::none && runs_as.passed_limit()) after.cause = *runs_as.passed_limit();
  if (after.cause.kind != failure_class::none) {
    runs_as.tell(log_level::error, after.cause.message);
    if (verdict.cause.kind == failure_class::none) verdict = std::move(after);
  }
  runs_as.steps().end_all(step_status::failed, "the run ended", with.time.mono());
  watch.end_cleanup();
}

}  // namespace

run_record begin_record(const clock& time, const run_order& order) {
  run_record record;
  record.id = order.id;
  record.test = order.what->name;
  record.start_at = time.wall();
  record.lateness = order.lateness;
  record.trigger = order.trigger;
  return record;
}

run_result execute(const engine& with, const run_order& order, const script::program& code, run_record record,
                   interrupter& stop, const execution_observer& observer, boost::asio::yield_context yield) {
  const test& what = *order.what;
  const mono_time began = with.time.mono();
  const mono_time deadline = began + what.timeout;
  script::supervisor watch(with.time, with.turns, stop, yield, deadline, what.timeout,
                           std::shared_ptr<const std::string>(order.what, &what.name));
  const auto alarm = with.time.make_timer();
  alarm->start(deadline, [&watch] { watch.check_deadline(); });

  host runs_as(with, what, record, format_rfc3339(record.start_at + what.timeout), watch, observer);
  script::verdict verdict;
  run_result result;
  run_usage usage;
  try {
    const auto vm = with.vms.make(script::vm_scope::run, what.memory_limit, runs_as, watch, code.mentions);
    verdict = vm->execute(code);
    // What the script did about it is its own affair, and the end from outside is stronger.
    const bool skipped = runs_as.skip_reason().has_value();
    if (skipped) verdict = {};
    if (runs_as.passed_limit() && (skipped || !stop.stopped())) verdict.cause = *runs_as.passed_limit();
    runs_as.steps().end_all(skipped                                     ? step_status::skipped
                            : verdict.cause.kind == failure_class::none ? step_status::passed
                                                                        : step_status::failed,
                            skipped ? stop.reason().message : verdict.cause.message, with.time.mono());
    if (vm->has_cleanups()) clean_up(with, what, code, *vm, watch, *alarm, stop, runs_as, verdict);
    usage.peak_memory_bytes = vm->peak_bytes();
    usage.allocations = vm->allocations();
  } catch (const std::bad_alloc&) {
    verdict.cause = {failure_class::limit, "there is no memory for the script's VM"};
  }
  alarm->cancel();
  record.duration = with.time.mono() - began;
  record.end_at = record.start_at + record.duration;
  record.status = status_of(verdict.cause, runs_as.skip_reason().has_value());
  record.cause = std::move(verdict.cause);
  if (record.status == run_status::skipped) record.cause.message = *runs_as.skip_reason();
  usage.slices = watch.slices();
  usage.cpu = watch.cpu();
  record.usage = usage;
  result.record = std::move(record);
  result.certificates = runs_as.kept().certificates();
  result.details = runs_as.kept().take(std::move(verdict.error));
  runs_as.steps().give(result.details);
  result.details.code = result.record.cause.code;
  mask_run(result, runs_as.masking());
  return result;
}

}  // namespace canary::run
