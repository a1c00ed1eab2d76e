// std: time, the environment, random text; the talk's own names.

#include "canary/core/duration.hpp"
#include "script/binding.hpp"
#include "script/modules/module.hpp"
#include "script/random_hex.hpp"
#include "script/vm_context.hpp"

#include <cmath>

namespace canary::script {
namespace {

constexpr const char* since_key = DUK_HIDDEN_SYMBOL("nanoseconds");

duk_ret_t time_now(duk_context* ctx) {
  push_text(ctx, format_rfc3339(context_of(ctx).host->now()));
  return 1;
}

// A duration's text, or a number of milliseconds as setTimeout takes it.
nanoseconds duration_argument(duk_context* ctx, const char* function) {
  if (is_text(ctx, 0)) {
    const auto parsed = parse_duration(text_at(ctx, 0));
    if (!parsed) throw_type_error(ctx, std::string(function) + ": " + parsed.error().message);
    return *parsed;
  }
  const double ms = duk_is_number(ctx, 0) ? duk_get_number(ctx, 0) : std::nan("");
  if (!(std::abs(ms) <= 9e12)) {
    throw_type_error(ctx, std::string(function) + " wants a duration such as '1s', not " +
                              (duk_is_number(ctx, 0) ? to_text(ctx, 0) : kind_of(ctx, 0)));
  }
  return nanoseconds{static_cast<std::int64_t>(ms * 1e6)};
}

duk_ret_t time_sleep(duk_context* ctx) {
  const nanoseconds how_long = duration_argument(ctx, "std.time.sleep");
  const failure stopped = context_of(ctx).host->sleep(how_long);
  if (stopped.kind != failure_class::none) throw_failure(ctx, stopped);
  return 0;
}

duk_ret_t elapsed_in(duk_context* ctx) {
  duk_push_this(ctx);
  if (!duk_is_object(ctx, -1)) throw_type_error(ctx, "call it on what std.time.since gives");
  duk_get_prop_string(ctx, -1, since_key);
  duk_push_number(ctx, duk_to_number(ctx, -1) / (duk_get_current_magic(ctx) == 0 ? 1e9 : 1e6));
  return 1;
}

duk_ret_t elapsed_text(duk_context* ctx) {
  duk_push_this(ctx);
  if (!duk_is_object(ctx, -1)) throw_type_error(ctx, "call it on what std.time.since gives");
  duk_get_prop_string(ctx, -1, since_key);
  push_text(ctx, format_duration(nanoseconds{static_cast<std::int64_t>(duk_to_number(ctx, -1))}));
  return 1;
}

duk_ret_t time_since(duk_context* ctx) {
  const auto then = is_text(ctx, 0) ? parse_rfc3339(text_at(ctx, 0)) : std::nullopt;
  if (!then) throw_type_error(ctx, "std.time.since wants a time that std.time.now() gave, not " + kind_of(ctx, 0));
  duk_push_object(ctx);
  duk_push_number(ctx, static_cast<double>((context_of(ctx).host->now() - *then).count()));
  duk_put_prop_string(ctx, -2, since_key);
  duk_push_c_function(ctx, elapsed_in, 0);
  duk_put_prop_string(ctx, -2, "seconds");
  duk_push_c_function(ctx, elapsed_in, 0);
  duk_set_magic(ctx, -1, 1);
  duk_put_prop_string(ctx, -2, "milliseconds");
  duk_push_c_function(ctx, elapsed_text, 0);
  duk_put_prop_string(ctx, -2, "toString");
  return 1;
}

duk_ret_t os_getenv(duk_context* ctx) {
  if (!is_text(ctx, 0)) {
    throw_type_error(ctx, "std.os.getenv wants the name of a variable, not " + kind_of(ctx, 0));
  }
  const std::string name = text_at(ctx, 0);
  const bool possible = name.find('\0') == std::string::npos;
  push_text(ctx, possible ? context_of(ctx).host->environment(name) : "");
  return 1;
}

duk_ret_t do_rand_string(duk_context* ctx) {
  constexpr double most = 65536;
  const double wanted = duk_is_number(ctx, 0) ? duk_get_number(ctx, 0) : -1;
  if (!(wanted >= 0 && wanted <= most) || wanted != std::floor(wanted)) {
    throw_type_error(ctx, "std.do.rand_string wants a whole number of characters from 0 to 65536, not " +
                              (duk_is_number(ctx, 0) ? to_text(ctx, 0) : kind_of(ctx, 0)));
  }
  push_text(ctx, random_hex(static_cast<std::size_t>(wanted)));
  return 1;
}

}  // namespace

void push_std(duk_context* ctx) {
  static constexpr duk_function_list_entry time[] = {
      {"now", time_now, 0}, {"sleep", time_sleep, 1}, {"since", time_since, 1}, {nullptr, nullptr, 0}};
  static constexpr duk_function_list_entry os[] = {{"getenv", os_getenv, 1}, {nullptr, nullptr, 0}};
  static constexpr duk_function_list_entry things[] = {{"rand_string", do_rand_string, 1}, {nullptr, nullptr, 0}};
  duk_push_object(ctx);
  const auto put = [ctx](const char* name, const duk_function_list_entry* functions) {
    duk_push_object(ctx);
    duk_put_function_list(ctx, -1, functions);
    duk_put_prop_string(ctx, -2, name);
  };
  put("time", time);
  put("os", os);
  put("do", things);
}

}  // namespace canary::script
