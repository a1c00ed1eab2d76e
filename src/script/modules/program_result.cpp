#include "script/modules/program_result.hpp"

#include "script/binding.hpp"

#include <chrono>

namespace canary::script {

void push_program_result(duk_context* ctx, const process::program_end& end) {
  duk_push_object(ctx);
  if (end.code) {
    duk_push_int(ctx, *end.code);
  } else {
    duk_push_null(ctx);
  }
  duk_put_prop_string(ctx, -2, "code");
  if (end.signal.empty()) {
    duk_push_null(ctx);
  } else {
    push_text(ctx, end.signal);
  }
  duk_put_prop_string(ctx, -2, "signal");
  push_text(ctx, end.out);
  duk_put_prop_string(ctx, -2, "stdout");
  push_text(ctx, end.err);
  duk_put_prop_string(ctx, -2, "stderr");
  duk_push_number(ctx, std::chrono::duration<double, std::milli>(end.duration).count());
  duk_put_prop_string(ctx, -2, "duration");
}

}  // namespace canary::script
