// test: what a script may know of the run that it is.

#include "script/binding.hpp"
#include "script/modules/log.hpp"
#include "script/modules/module.hpp"
#include "script/modules/steps.hpp"
#include "script/vm_context.hpp"

namespace canary::script {

void push_test(duk_context* ctx) {
  const run_facts facts = context_of(ctx).host->facts();
  duk_push_object(ctx);
  push_text(ctx, facts.test_name);
  duk_put_prop_string(ctx, -2, "name");
  push_text(ctx, facts.run_id);
  duk_put_prop_string(ctx, -2, "id");
  duk_push_uint(ctx, facts.attempt);
  duk_put_prop_string(ctx, -2, "attempt");
  push_text(ctx, facts.trigger);
  duk_put_prop_string(ctx, -2, "trigger");
  push_text(ctx, facts.deadline);
  duk_put_prop_string(ctx, -2, "deadline");
  duk_push_object(ctx);
  for (const auto& [name, value] : facts.labels) {
    push_text(ctx, value);
    duk_put_prop_string(ctx, -2, name.c_str());
  }
  duk_put_prop_string(ctx, -2, "labels");
  put_step_functions(ctx);
  duk_push_c_function(ctx, fail_run, DUK_VARARGS);
  duk_put_prop_string(ctx, -2, "fail");
}

}  // namespace canary::script
