// test.step, test.cleanup and test.skip.

#include "script/binding.hpp"
#include "script/modules/arguments.hpp"
#include "script/modules/checks.hpp"
#include "script/modules/steps.hpp"
#include "script/script_failure.hpp"
#include "script/text.hpp"

namespace canary::script {
namespace {

constexpr const char* failed_key = DUK_HIDDEN_SYMBOL("failed_step");  // what was thrown there
constexpr const char* cleanups_key = DUK_HIDDEN_SYMBOL("cleanups");   // name, function, name, function, …
constexpr const char* number_key = DUK_HIDDEN_SYMBOL("step");
constexpr const char* name_key = DUK_HIDDEN_SYMBOL("step_name");

constexpr std::size_t longest_reason = 4000;  // bytes

using step_number = std::optional<std::uint32_t>;

bool is_noted(duk_context* ctx) {
  duk_push_global_stash(ctx);
  duk_get_prop_string(ctx, -1, failed_key);
  const bool same = duk_strict_equals(ctx, -1, -3) != 0;
  duk_pop_2(ctx);
  return same;
}

// The step failed of the value on top, which stays. Where it comes from a step within, that one is named.
void end_failed(duk_context* ctx, const step_number& step, const std::string& what, const std::string& name) {
  vm_context& vm = context_of(ctx);
  const std::string within = "the " + what + " '" + name + "'";
  std::string error;
  if (vm.skipped) {
    error = vm.watch->stop().reason().message;
  } else if (vm.watch->check_deadline()) {
    error = vm.watch->stop().reason().message;
    if (vm.failed_within.empty()) vm.failed_within = within;
  } else {
    error = thrown_cause(vm, ctx).message;
    if (vm.failed_within.empty() || !is_noted(ctx)) {
      vm.failed_within = within;
      duk_push_global_stash(ctx);
      duk_dup(ctx, -2);
      duk_put_prop_string(ctx, -2, failed_key);
      duk_pop(ctx);
    }
  }
  if (step) vm.host->end_step(*step, vm.skipped ? step_status::skipped : step_status::failed, std::move(error));
}

// The step that the function that runs now is to end.
step_number awaited_step(duk_context* ctx, std::string& name) {
  duk_push_current_function(ctx);
  duk_get_prop_string(ctx, -1, name_key);
  name = text_at(ctx, -1);
  duk_pop(ctx);
  step_number step;
  if (duk_get_prop_string(ctx, -1, number_key)) step = duk_get_uint(ctx, -1);
  duk_pop_2(ctx);
  return step;
}

duk_ret_t promise_kept(duk_context* ctx) {
  std::string name;
  if (const step_number step = awaited_step(ctx, name)) {
    context_of(ctx).host->end_step(*step, step_status::passed, "");
  }
  return 1;
}

duk_ret_t promise_broken(duk_context* ctx) {
  std::string name;
  const step_number step = awaited_step(ctx, name);
  end_failed(ctx, step, "step", name);
  return duk_throw(ctx);
}

void push_ending(duk_context* ctx, duk_c_function end, const step_number& step, const std::string& name) {
  duk_push_c_function(ctx, end, 1);
  if (step) {
    duk_push_uint(ctx, *step);
    duk_put_prop_string(ctx, -2, number_key);
  }
  push_text(ctx, name);
  duk_put_prop_string(ctx, -2, name_key);
}

// What the step's function gave is a promise: the step goes on until that is kept or broken, and so does what its
// caller gets.
void follow(duk_context* ctx, const step_number& step, const std::string& name) {
  duk_push_string(ctx, "then");
  push_ending(ctx, promise_kept, step, name);
  push_ending(ctx, promise_broken, step, name);
  duk_call_prop(ctx, -4, 2);
}

std::string shown_name(std::string name) {
  constexpr std::size_t most = 200;
  if (name.size() <= most) return name;
  std::size_t end = most;
  while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xc0) == 0x80) --end;
  return name.substr(0, end) + "…";
}

duk_ret_t step(duk_context* ctx) {
  const std::string name = shown_name(string_argument(ctx, 0, "test.step", "name (argument 1)"));
  if (!duk_is_function(ctx, 1)) {
    throw_type_error(ctx, "test.step: what to do (argument 2) must be a function, not " + kind_of(ctx, 1));
  }
  const step_number number = context_of(ctx).host->begin_step(name, false);
  duk_set_top(ctx, 2);
  if (duk_pcall(ctx, 0) != DUK_EXEC_SUCCESS) {
    end_failed(ctx, number, "step", name);
    duk_throw_raw(ctx);
  }
  if (is_thenable(ctx, -1)) {
    follow(ctx, number, name);
  } else if (number) {
    context_of(ctx).host->end_step(*number, step_status::passed, "");
  }
  return 1;
}

// With a name, or without one.
duk_ret_t cleanup(duk_context* ctx) {
  if (duk_is_function(ctx, 0)) {
    duk_push_string(ctx, "cleanup");
    duk_insert(ctx, 0);
  }
  const std::string name = shown_name(string_argument(ctx, 0, "test.cleanup", "name (argument 1)"));
  if (!duk_is_function(ctx, 1)) {
    throw_type_error(ctx, "test.cleanup: what to do must be a function, not " + kind_of(ctx, 1));
  }
  vm_context& vm = context_of(ctx);
  duk_push_global_stash(ctx);
  if (!duk_get_prop_string(ctx, -1, cleanups_key)) {
    duk_pop(ctx);
    duk_push_array(ctx);
    duk_dup(ctx, -1);
    duk_put_prop_string(ctx, -3, cleanups_key);
  }
  const auto at = static_cast<duk_uarridx_t>(2 * vm.cleanups);
  push_text(ctx, name);
  duk_put_prop_index(ctx, -2, at);
  duk_dup(ctx, 1);
  duk_put_prop_index(ctx, -2, at + 1);
  ++vm.cleanups;
  return 0;
}

// A skip hides no failure: where something failed before, the run ends as failed by that.
duk_ret_t skip(duk_context* ctx) {
  std::string reason = string_argument(ctx, 0, "test.skip", "reason (argument 1)");
  if (reason.empty()) throw_type_error(ctx, "test.skip: the reason (argument 1) must say why, and is empty");
  if (reason.size() > longest_reason) {
    reason.resize(whole_characters(reason, longest_reason));
    reason += "…";
  }
  vm_context& vm = context_of(ctx);
  if (vm.cleaning_up) {
    throw_failure(ctx, {failure_class::script, "test.skip: a cleanup cannot skip the run, which is over"});
  }
  const bool failed = vm.failed || vm.failed_checks > 0;
  const failure refused = vm.host->log(
      failed ? log_level::warn : log_level::info,
      failed ? "the run has failed already, and cannot be skipped: " + reason : "the run is skipped: " + reason, {});
  if (refused.kind != failure_class::none) throw_failure(ctx, refused);
  throw_failed_checks(ctx);
  if (failed) throw_failure(ctx, *vm.failed);
  const failure ended = vm.host->skip(std::move(reason));
  vm.skipped = ended.kind == failure_class::none;
  throw_failure(ctx, vm.skipped ? vm.watch->stop().reason() : ended);
}

// Pushes the last one's name and function, which is no more.
void take_last_cleanup(duk_context* ctx) {
  const auto at = static_cast<duk_uarridx_t>(2 * --context_of(ctx).cleanups);
  duk_push_global_stash(ctx);
  duk_get_prop_string(ctx, -1, cleanups_key);
  duk_get_prop_index(ctx, -1, at);
  duk_get_prop_index(ctx, -2, at + 1);
}

// Calls the function that is given, and waits for its promise with the loop of modern scripts and `pause`, which is
// given too. Scripts in ES5 have no loop.
duk_ret_t call_cleanup(duk_context* ctx) {
  if (context_of(ctx).code->modern) {
    push_bundled(ctx, "polyfill");
    duk_get_prop_string(ctx, -1, "cleanUp");
    duk_dup(ctx, 0);
    duk_dup(ctx, 1);
    duk_call(ctx, 2);
    return 0;
  }
  duk_dup(ctx, 0);
  duk_call(ctx, 0);
  if (is_thenable(ctx, -1))
    throw_type_error(ctx, "a cleanup of a script in ES5 must not give a promise: nothing waits for it");
  return 0;
}

duk_ret_t read_last_name(duk_context* ctx, void* to) {
  take_last_cleanup(ctx);
  *static_cast<std::string*>(to) = text_at(ctx, -2);
  return 0;
}

}  // namespace

void put_step_functions(duk_context* ctx) {
  duk_push_c_function(ctx, step, 2);
  duk_put_prop_string(ctx, -2, "step");
  duk_push_c_function(ctx, cleanup, 2);
  duk_put_prop_string(ctx, -2, "cleanup");
  duk_push_c_function(ctx, skip, 1);
  duk_put_prop_string(ctx, -2, "skip");
}

bool is_thenable(duk_context* ctx, duk_idx_t index) {
  if (!duk_is_object(ctx, index)) return false;
  duk_get_prop_string(ctx, index, "then");
  const bool found = duk_is_function(ctx, -1) != 0;
  duk_pop(ctx);
  return found;
}

bool came_from_step(vm_context& vm) {
  if (vm.failed_within.empty()) return false;
  bool same = false;
  const auto look = [](duk_context* ctx, void* to) -> duk_ret_t {
    *static_cast<bool*>(to) = is_noted(ctx);
    return 1;
  };
  duk_dup(vm.heap, -1);
  duk_safe_call(vm.heap, look, &same, 1, 1);
  duk_pop(vm.heap);
  return same;
}

void run_last_cleanup(duk_context* ctx, duk_c_function pause) {
  take_last_cleanup(ctx);
  const std::string name = text_at(ctx, -2);
  vm_context& vm = context_of(ctx);
  const step_number number = vm.host->begin_step(name, true);
  duk_push_c_function(ctx, call_cleanup, 2);
  duk_insert(ctx, -2);
  duk_push_c_function(ctx, pause, 1);
  if (duk_pcall(ctx, 2) != DUK_EXEC_SUCCESS) {
    end_failed(ctx, number, "cleanup", name);
    duk_throw_raw(ctx);
  }
  if (number) vm.host->end_step(*number, step_status::passed, "");
}

void skip_last_cleanup(vm_context& vm) {
  std::string name;
  const std::size_t left = vm.cleanups - 1;
  if (duk_safe_call(vm.heap, read_last_name, &name, 0, 1) != 0) name = "cleanup";
  duk_pop(vm.heap);
  vm.cleanups = left;
  if (const step_number number = vm.host->begin_step(std::move(name), true)) {
    vm.host->end_step(*number, step_status::skipped, "there was no time left for it");
  }
}

void forget_failures(vm_context& vm) {
  vm.failed.reset();
  vm.skipped = false;
  vm.failed_checks = 0;
  vm.failed_check_names.clear();
  vm.ends_by_checks = false;
  vm.failed_within.clear();
  vm.refusing = vm.last_requests = vm.exhausted = false;
  vm.refused_bytes = 0;
}

}  // namespace canary::script
