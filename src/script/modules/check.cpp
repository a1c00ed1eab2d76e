// check: expectations with names, each of them recorded.

#include "script/binding.hpp"
#include "script/modules/call_options.hpp"
#include "script/modules/checks.hpp"
#include "script/modules/module.hpp"
#include "script/modules/steps.hpp"
#include "script/script_failure.hpp"
#include "script/text.hpp"
#include "script/vm_context.hpp"

namespace canary::script {
namespace {

constexpr const char* first_key = DUK_HIDDEN_SYMBOL("first_failed_check");

std::string short_name(duk_context* ctx, duk_idx_t index) {
  constexpr std::size_t most = 200;
  duk_size_t size = 0;
  const char* data = duk_require_lstring(ctx, index, &size);
  if (size <= most) return from_engine_text({data, size});
  return from_engine_text({data, whole_characters({data, size}, most)}) + "…";
}

// The first one's place in the script is the run's, should it fail by this. It counts once that is kept: keeping it may
// throw.
void note_failed_check(duk_context* ctx, std::string name) {
  vm_context& vm = context_of(ctx);
  if (vm.failed_checks == 0) {
    duk_push_global_stash(ctx);
    push_failure(ctx, {failure_class::assertion, "a check did not hold"});
    duk_put_prop_string(ctx, -2, first_key);
    duk_pop(ctx);
  }
  ++vm.failed_checks;
  if (vm.failed_check_names.size() < most_named_checks) vm.failed_check_names.push_back(std::move(name));
}

// What makes the check fail of itself; '' where the predicate, on top, gave a result, which takes its place.
std::string ask(duk_context* ctx) {
  vm_context& vm = context_of(ctx);
  const bool had_failed = vm.failed.has_value();
  duk_dup(ctx, 0);
  if (duk_pcall(ctx, 1) != DUK_EXEC_SUCCESS) {
    // The run is over: that is no matter of this check.
    if (vm.watch->check_deadline() || (vm.failed && !had_failed)) duk_throw_raw(ctx);
    return "it threw " + thrown_cause(vm, ctx).message;
  }
  if (is_thenable(ctx, -1)) return "its function gave a promise, and a check waits for none";
  return "";
}

bool look(duk_context* ctx, bool soft) {
  vm_context& vm = context_of(ctx);
  const std::string name = short_name(ctx, -2);
  const std::string wrong = duk_is_function(ctx, -1) ? ask(ctx) : "";
  const bool held = wrong.empty() && duk_to_boolean(ctx, -1);
  vm.host->keep_check(name, held, soft);
  if (!wrong.empty()) {
    const failure refused = vm.host->log(log_level::warn, "the check '" + name + "' did not hold: " + wrong, {});
    if (refused.kind != failure_class::none) throw_failure(ctx, refused);
  }
  if (!held && !soft) note_failed_check(ctx, wrong.empty() ? "'" + name + "'" : "'" + name + "' (" + wrong + ")");
  return held;
}

duk_ret_t check(duk_context* ctx) {
  if (!duk_is_object(ctx, 1) || duk_is_function(ctx, 1) || duk_is_array(ctx, 1)) {
    throw_type_error(
        ctx, "check: the checks (argument 2) must be an object of names and predicates, not " + kind_of(ctx, 1));
  }
  static constexpr std::string_view known[] = {"soft"};
  const call_options options(ctx, "check");
  bool soft = false;
  options.each(2, "the options (argument 3)", known, [&](const std::string&) {
    if (!duk_is_boolean(ctx, -1)) options.refuse("the option 'soft' must be true or false, not " + kind_of(ctx, -1));
    soft = duk_get_boolean(ctx, -1) != 0;
  });
  bool all = true;
  duk_enum(ctx, 1, DUK_ENUM_OWN_PROPERTIES_ONLY);
  while (duk_next(ctx, -1, 1)) {
    if (!look(ctx, soft)) all = false;
    duk_pop_2(ctx);
  }
  duk_push_boolean(ctx, all);
  return 1;
}

}  // namespace

void push_check(duk_context* ctx) {
  duk_push_c_function(ctx, check, 3);
  duk_push_string(ctx, "name");
  duk_push_string(ctx, "check");
  duk_def_prop(ctx, -3, DUK_DEFPROP_HAVE_VALUE | DUK_DEFPROP_FORCE);
}

std::string failed_checks_text(const vm_context& vm) {
  std::string text = vm.failed_checks == 1 ? "a check" : std::to_string(vm.failed_checks) + " checks";
  text += " did not hold: ";
  std::string_view before;
  for (const std::string& name : vm.failed_check_names) {
    text.append(before).append(name);
    before = ", ";
  }
  if (vm.failed_checks > vm.failed_check_names.size()) text += ", …";
  return text;
}

void throw_failed_checks(duk_context* ctx) {
  vm_context& vm = context_of(ctx);
  if (vm.failed_checks == 0 || vm.failed) return;
  vm.ends_by_checks = true;
  duk_push_global_stash(ctx);
  duk_get_prop_string(ctx, -1, first_key);
  push_text(ctx, failed_checks_text(vm));
  duk_put_prop_string(ctx, -2, "message");
  duk_throw_raw(ctx);
}

}  // namespace canary::script
