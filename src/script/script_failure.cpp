#include "script/script_failure.hpp"

#include "script/binding.hpp"
#include "script/failing_expression.hpp"
#include "script/foreign_names.hpp"
#include "script/modules/checks.hpp"
#include "script/modules/steps.hpp"
#include "script/stack_trace.hpp"
#include "script/text.hpp"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>

namespace canary::script {
namespace {

constexpr std::size_t longest_message = 16u << 10, longest_stack = 16u << 10;

struct thrown_value {
  bool is_error = false, memory_refused = false;
  duk_errcode_t code = DUK_ERR_NONE;
  failure given;  // class and code
  std::string name, message, stack, expected, actual;
  std::string advice;  // what to write instead; '' where nothing is known
};

std::string bounded(std::string text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xc0) == 0x80) --limit;
  text.resize(limit);
  return text += "…";
}

// As much of a text as could be shown.
std::string beginning_at(duk_context* ctx, duk_idx_t index) {
  duk_size_t size = 0;
  const char* data = duk_require_lstring(ctx, index, &size);
  constexpr std::size_t most = 2 * longest_message;
  const std::string_view text(data, size);
  return from_engine_text(text.substr(0, size > most ? whole_characters(text, most) : size));
}

// What an assertion wanted and got, as text. Chai's errors say where there is nothing to be compared.
void read_comparison(duk_context* ctx, duk_idx_t error, thrown_value& value) {
  if (value.stack.starts_with("Error\n")) value.stack.replace(0, 5, value.name + ": " + value.message);
  const bool all = duk_has_prop_string(ctx, error, "expected") && duk_has_prop_string(ctx, error, "actual");
  duk_get_prop_string(ctx, error, "showDiff");
  if (!all || (duk_is_boolean(ctx, -1) && !duk_get_boolean(ctx, -1))) return;
  push_bundled(ctx, "chai");
  const duk_idx_t chai = duk_get_top_index(ctx);
  duk_get_prop_string(ctx, error, "expected");
  duk_get_prop_string(ctx, error, "actual");
  const bool texts = is_text(ctx, -1) && is_text(ctx, -2);
  const auto shown = [&](duk_idx_t index) {
    duk_push_string(ctx, "show");
    duk_dup(ctx, index);
    duk_push_boolean(ctx, texts);
    duk_call_prop(ctx, chai, 2);
    return is_text(ctx, -1) ? beginning_at(ctx, -1) : std::string{};
  };
  std::string expected = shown(chai + 1);
  value.actual = shown(chai + 2);
  value.expected = std::move(expected);
}

// Reads what it can; runs within a protected call, since a getter may throw.
duk_ret_t read_value(duk_context* ctx, void* data) {
  auto& value = *static_cast<thrown_value*>(data);
  const duk_idx_t top = duk_get_top_index(ctx);
  value.is_error = duk_is_error(ctx, top) != 0;
  value.code = duk_get_error_code(ctx, top);
  value.given = thrown_failure(ctx, top);
  const auto property = [&](const char* name) {
    duk_get_prop_string(ctx, top, name);
    std::string text = is_text(ctx, -1) ? beginning_at(ctx, -1) : std::string{};
    duk_pop(ctx);
    return text;
  };
  if (value.is_error) {
    value.stack = property("stack");
    value.name = property("name");
    value.message = property("message");
    if (value.name == "AssertionError") read_comparison(ctx, top, value);
  } else if (is_text(ctx, top)) {
    value.message = beginning_at(ctx, top);
  } else if (duk_is_symbol(ctx, top)) {
    duk_get_global_string(ctx, "String");
    duk_dup(ctx, top);
    duk_call(ctx, 1);
    value.message = "thrown: " + to_text(ctx, -1);
  } else if (duk_is_object(ctx, top)) {
    value.message = property("message");
    if (value.message.empty()) value.message = to_text(ctx, top);
    if (value.message == "[object Object]")
      value.message = "thrown: " + boost::json::serialize(json_at(ctx, top, 4096));
  } else {
    value.message = "thrown: " + to_text(ctx, top);
  }
  return 0;
}

bool is_limit(const thrown_value& value) {
  if (value.memory_refused && value.message.starts_with("alloc failed")) return true;
  static constexpr std::array<std::string_view, 13> limits{"callstack limit",
                                                           "valstack limit",
                                                           "C stack depth limit",
                                                           "compiler recursion limit",
                                                           "regexp step limit",
                                                           "decode recursion limit",
                                                           "encode recursion limit",
                                                           "prototype chain limit",
                                                           "regexp executor recursion limit",
                                                           "regexp compiler recursion limit",
                                                           "regular expression of more than ",
                                                           "buffer too long",
                                                           "result too long"};
  return std::any_of(limits.begin(), limits.end(),
                     [&](std::string_view limit) { return value.message.starts_with(limit); });
}

failure_class classify(const thrown_value& value) {
  if (value.given.kind != failure_class::none) return value.given.kind;
  switch (value.code) {
    case DUK_ERR_RANGE_ERROR:
      return is_limit(value) ? failure_class::limit : failure_class::script;
    case DUK_ERR_TYPE_ERROR:
    case DUK_ERR_SYNTAX_ERROR:
    case DUK_ERR_REFERENCE_ERROR:
    case DUK_ERR_EVAL_ERROR:
    case DUK_ERR_URI_ERROR:
      return failure_class::script;
    case DUK_ERR_ERROR:
      if (value.message.starts_with("Invalid Chai property: ")) return failure_class::script;
      return is_limit(value) ? failure_class::limit : failure_class::assertion;
    default:
      return failure_class::assertion;
  }
}

thrown_value look_at(vm_context& vm, duk_context* ctx) {
  thrown_value value;
  value.memory_refused = vm.exhausted || vm.refused_bytes != 0;
  duk_dup(ctx, -1);
  if (duk_safe_call(ctx, read_value, &value, 1, 1) != 0 && value.message.empty()) {
    value.message = "a value was thrown that cannot be shown";
  }
  if (value.is_error) value.advice = advice_on(value.message);
  duk_pop(ctx);
  return value;
}

failure cause_of(const thrown_value& value) {
  const std::string message = bounded(value.message, longest_message);
  const bool plain = value.name.empty() || value.name == "Error" || value.name == "AssertionError" ||
                     value.given.kind != failure_class::none;
  failure cause{classify(value), plain ? message : bounded(value.name, 200) + ": " + message, value.given.code};
  if (!value.advice.empty()) cause.message += "; " + value.advice;
  if (cause.message.empty()) cause.message = value.is_error ? "Error" : "an empty text was thrown";
  return cause;
}

}  // namespace

failure thrown_cause(vm_context& vm, duk_context* ctx) { return cause_of(look_at(vm, ctx)); }

verdict describe_failure(vm_context& vm, const program& code) {
  const thrown_value value = look_at(vm, vm.heap);
  verdict v;
  v.cause = cause_of(value);
  if (vm.failed) v.cause = *vm.failed;
  const bool over = vm.watch != nullptr && vm.watch->check_deadline();
  if (over) v.cause = vm.watch->stop().reason();

  script_error error;
  error.message = v.cause.message;
  if (over) {
    if (!vm.failed_within.empty() && v.cause.kind != failure_class::interrupted) {
      v.cause.message += ", in " + vm.failed_within;
    }
  } else {
    if (came_from_step(vm)) v.cause.message = "in " + vm.failed_within + ": " + v.cause.message;
    if (vm.failed_checks > 0 && !vm.ends_by_checks) v.cause.message += "; before that, " + failed_checks_text(vm);
  }
  const stack_trace trace = read_stack_trace(bounded(value.stack, longest_stack), code);
  error.stack = trace.text;
  error.expected = bounded(value.expected, longest_message);
  error.actual = bounded(value.actual, longest_message);
  error.line = trace.line;
  if (trace.of != nullptr) {
    error.file = trace.of->file;
    const std::string_view source = trace.of->source;
    const auto from = static_cast<std::size_t>(std::max(trace.column - 1, 0));
    const auto where =
        failing_expression(line_of(source, error.line).value_or(""), clue_of(value.message, trace.called), from);
    if (where) {
      error.column = static_cast<int>(where->begin) + 1;
      error.excerpt = excerpt(source, error.line, error.column, 2, where->end - where->begin);
    } else {
      error.column = trace.column > 0 ? trace.column : first_column(source, error.line);
      error.excerpt = excerpt(source, error.line, 0);
    }
  }
  if (value.is_error) v.error = std::move(error);
  return v;
}

}  // namespace canary::script
