// console: the same log, under the names that everybody knows.

#include "script/binding.hpp"
#include "script/modules/format.hpp"
#include "script/modules/module.hpp"
#include "script/vm_context.hpp"

namespace canary::script {
namespace {

duk_ret_t console_line(duk_context* ctx) {
  const auto level = static_cast<log_level>(duk_get_current_magic(ctx));
  const failure refused = context_of(ctx).host->log(level, format_arguments(ctx, 0), {});
  if (refused.kind != failure_class::none) throw_failure(ctx, refused);
  return 0;
}

}  // namespace

void push_console(duk_context* ctx) {
  duk_push_object(ctx);
  struct {
    const char* name;
    log_level level;
  } static constexpr lines[] = {{"log", log_level::info},
                                {"info", log_level::info},
                                {"warn", log_level::warn},
                                {"error", log_level::error},
                                {"debug", log_level::debug}};
  for (const auto& line : lines) {
    duk_push_c_function(ctx, console_line, DUK_VARARGS);
    duk_set_magic(ctx, -1, static_cast<duk_int_t>(line.level));
    duk_put_prop_string(ctx, -2, line.name);
  }
}

}  // namespace canary::script
