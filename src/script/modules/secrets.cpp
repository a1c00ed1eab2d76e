// secrets: what is kept from a script's source and from what its runs leave behind.

#include "script/binding.hpp"
#include "script/modules/module.hpp"
#include "script/vm_context.hpp"

namespace canary::script {
namespace {

duk_ret_t get(duk_context* ctx) {
  if (!is_text(ctx, 0)) throw_type_error(ctx, "secrets.get wants the name of a secret, not " + kind_of(ctx, 0));
  const auto found = context_of(ctx).host->secret(text_at(ctx, 0));
  if (!found) throw_failure(ctx, found.error());
  push_text(ctx, *found);
  return 1;
}

}  // namespace

void push_secrets(duk_context* ctx) {
  static constexpr duk_function_list_entry functions[] = {{"get", get, 1}, {nullptr, nullptr, 0}};
  duk_push_object(ctx);
  duk_put_function_list(ctx, -1, functions);
}

}  // namespace canary::script
