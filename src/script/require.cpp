#include "script/require.hpp"

#include "script/binding.hpp"
#include "script/builtin_modules.hpp"
#include "script/module_lookup.hpp"
#include "script/vm_context.hpp"

#include <cstring>

namespace canary::script {
namespace {

constexpr const char* modules_key = "modules";  // in the global stash: an array, of the script and its modules

// The script itself is number 0.
const program& code_of(duk_context* ctx, int number) {
  const program& main = *context_of(ctx).code;
  return number == 0 ? main : *main.modules[static_cast<std::size_t>(number) - 1];
}

void push_modules(duk_context* ctx) {
  duk_push_global_stash(ctx);
  if (!duk_get_prop_string(ctx, -1, modules_key)) {
    duk_pop(ctx);
    duk_push_bare_object(ctx);
    duk_dup_top(ctx);
    duk_put_prop_string(ctx, -3, modules_key);
  }
  duk_remove(ctx, -2);
}

// Assigning would ask a setter that a script has put on a prototype.
void define(duk_context* ctx, duk_idx_t object, const char* name) {
  object = duk_normalize_index(ctx, object);
  duk_push_string(ctx, name);
  duk_insert(ctx, -2);
  duk_def_prop(ctx, object, DUK_DEFPROP_HAVE_VALUE | DUK_DEFPROP_SET_WEC | DUK_DEFPROP_FORCE);
}

// Pushes a module's object, made where it is not yet; whether it was.
bool push_module(duk_context* ctx, int number) {
  push_modules(ctx);
  if (duk_get_prop_index(ctx, -1, static_cast<duk_uarridx_t>(number))) {
    duk_remove(ctx, -2);
    return true;
  }
  duk_pop(ctx);
  const program& code = code_of(ctx, number);
  duk_push_object(ctx);
  duk_push_object(ctx);
  define(ctx, -2, "exports");
  for (const char* const name : {"id", "filename"}) {
    push_text(ctx, code.path.empty() ? code.file : code.path);
    define(ctx, -2, name);
  }
  duk_push_false(ctx);
  define(ctx, -2, "loaded");
  duk_dup_top(ctx);
  duk_put_prop_index(ctx, -3, static_cast<duk_uarridx_t>(number));
  duk_remove(ctx, -2);
  return false;
}

duk_ret_t call_require(duk_context* ctx);

void push_require(duk_context* ctx, int number) {
  duk_push_c_function(ctx, call_require, 1);
  duk_set_magic(ctx, -1, number);
  push_module(ctx, 0);
  define(ctx, -2, "main");
}

void push_names(duk_context* ctx, int number) {
  const program& code = code_of(ctx, number);
  push_module(ctx, number);
  duk_get_prop_string(ctx, -1, "exports");
  duk_swap_top(ctx, -2);
  push_require(ctx, number);
  duk_swap_top(ctx, -2);
  push_text(ctx, code.path.empty() ? code.file : code.path);
  push_text(ctx, code.folder);
}

// On top is the module's object.
void execute_module(duk_context* ctx, int number) {
  const program& code = code_of(ctx, number);
  if (code.is_json) {
    push_text(ctx, code.source);
    duk_json_decode(ctx, -1);
    define(ctx, -2, "exports");
    return;
  }
  void* room = duk_push_fixed_buffer(ctx, code.bytecode.size());
  std::memcpy(room, code.bytecode.data(), code.bytecode.size());
  duk_load_function(ctx);
  duk_call(ctx, 0);
  duk_get_prop_string(ctx, -2, "exports");
  push_names(ctx, number);
  duk_idx_t arguments = 5;
  if (code.is_transpiled()) {
    push_bundled(ctx, "polyfill");
    duk_get_prop_string(ctx, -1, "helpers");
    duk_remove(ctx, -2);
    ++arguments;
  }
  duk_call_method(ctx, arguments);
  duk_pop(ctx);
}

duk_ret_t execute_protected(duk_context* ctx, void* number) {
  execute_module(ctx, *static_cast<const int*>(number));
  return 0;
}

duk_ret_t call_require(duk_context* ctx) {
  if (!is_text(ctx, 0) || duk_get_length(ctx, 0) == 0) {
    throw_type_error(ctx, "require wants the name of a module: require('./lib/login')");
  }
  const int from = duk_get_current_magic(ctx);
  const std::string name = text_at(ctx, 0);
  if (push_builtin_module(ctx, name)) return 1;
  const program& main = *context_of(ctx).code;
  const found_module found = find_module(main, code_of(ctx, from), name);
  if (found.number < 0) {
    push_failure(ctx, {failure_class::script, found.problem});
    duk_push_string(ctx, "MODULE_NOT_FOUND");
    define(ctx, -2, "code");
    duk_throw_raw(ctx);
  }
  if (!push_module(ctx, found.number)) {
    int number = found.number;
    if (duk_safe_call(ctx, execute_protected, &number, 0, 1) != 0) {
      push_modules(ctx);  // so that the next who requires it tries again, as in Node
      duk_del_prop_index(ctx, -1, static_cast<duk_uarridx_t>(number));
      duk_pop(ctx);
      duk_throw_raw(ctx);
    }
    duk_pop(ctx);
    duk_push_true(ctx);
    define(ctx, -2, "loaded");
  }
  duk_get_prop_string(ctx, -1, "exports");
  return 1;
}

}  // namespace

void define_module_names(duk_context* ctx) {
  static constexpr const char* names[] = {"exports", "require", "module", "__filename", "__dirname"};
  push_names(ctx, 0);
  duk_push_global_object(ctx);
  const duk_idx_t global = duk_get_top_index(ctx);
  for (duk_idx_t i = 0; i < 5; ++i) {
    duk_push_string(ctx, names[i]);
    duk_dup(ctx, global - 5 + i);
    duk_def_prop(ctx, global,
                 DUK_DEFPROP_HAVE_VALUE | DUK_DEFPROP_SET_WC | DUK_DEFPROP_CLEAR_ENUMERABLE | DUK_DEFPROP_FORCE);
  }
  duk_pop_n(ctx, 6);
}

void push_module_names(duk_context* ctx) { push_names(ctx, 0); }

void push_exports(duk_context* ctx) {
  push_module(ctx, 0);
  duk_get_prop_string(ctx, -1, "exports");
  duk_remove(ctx, -2);
}

}  // namespace canary::script
