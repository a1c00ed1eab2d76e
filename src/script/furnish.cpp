#include "script/furnish.hpp"

#include "script/binding.hpp"
#include "script/modules/module.hpp"

namespace canary::script {
namespace {

// The global that the getter or setter that runs now stands for.
std::string accessed_name(duk_context* ctx) {
  duk_push_current_function(ctx);
  duk_get_prop_string(ctx, -1, "name");
  const std::string name = text_at(ctx, -1).substr(std::string_view("get ").size());
  duk_pop_2(ctx);
  return name;
}

duk_ret_t run_time_only(duk_context* ctx) {
  throw_failure(ctx, {failure_class::script, accessed_name(ctx) + " is available while a test runs, not in config.js"});
}

duk_ret_t load_underscore(duk_context* ctx) {
  push_bundled(ctx, "underscore");
  return 1;
}

duk_ret_t load_assertions(duk_context* ctx) {
  push_bundled(ctx, "chai");
  duk_get_prop_string(ctx, -1, "chai");
  duk_get_prop_string(ctx, -1, duk_get_current_magic(ctx) == 0 ? "expect" : "assert");
  return 1;
}

// What differs from run to run is made when it is first looked at, so that the heap before is the same for all.
duk_ret_t load_module(duk_context* ctx) {
  const auto& m = modules()[static_cast<std::size_t>(duk_get_current_magic(ctx))];
  duk_push_global_stash(ctx);
  if (!duk_get_prop_lstring(ctx, -1, m.name.data(), m.name.size())) {
    m.push(ctx);
    duk_dup(ctx, -1);
    duk_put_prop_lstring(ctx, 0, m.name.data(), m.name.size());
  }
  return 1;
}

// Assigning to a name that is loaded when looked at is as to any other global.
duk_ret_t replace(duk_context* ctx) {
  duk_push_global_object(ctx);
  push_text(ctx, accessed_name(ctx));
  duk_dup(ctx, 0);
  duk_def_prop(ctx, -3, DUK_DEFPROP_HAVE_VALUE | DUK_DEFPROP_SET_WEC | DUK_DEFPROP_FORCE);
  return 0;
}

void push_accessor(duk_context* ctx, std::string_view kind, std::string_view name, duk_c_function function,
                   duk_idx_t arguments, int magic) {
  duk_push_c_function(ctx, function, arguments);
  duk_set_magic(ctx, -1, magic);
  duk_push_string(ctx, "name");
  push_text(ctx, std::string(kind) + std::string(name));
  duk_def_prop(ctx, -3, DUK_DEFPROP_HAVE_VALUE | DUK_DEFPROP_FORCE);
}

// Without a setter the name cannot be assigned to.
void define_getter(duk_context* ctx, std::string_view name, duk_c_function getter, duk_c_function setter,
                   int magic = 0) {
  duk_push_global_object(ctx);
  push_text(ctx, name);
  push_accessor(ctx, "get ", name, getter, 0, magic);
  duk_uint_t what = DUK_DEFPROP_HAVE_GETTER | DUK_DEFPROP_SET_CONFIGURABLE | DUK_DEFPROP_FORCE;
  if (setter != nullptr) {
    push_accessor(ctx, "set ", name, setter, 1, 0);
    what |= DUK_DEFPROP_HAVE_SETTER;
  }
  duk_def_prop(ctx, setter != nullptr ? -4 : -3, what);
  duk_pop(ctx);
}

}  // namespace

void furnish(duk_context* ctx, vm_scope scope) {
  duk_push_global_stash(ctx);
  duk_get_global_string(ctx, "Duktape");
  duk_put_prop_string(ctx, -2, engine_object_key);
  duk_pop(ctx);
  duk_push_global_object(ctx);
  duk_del_prop_string(ctx, -1, "Duktape");
  duk_del_prop_string(ctx, -1, "CBOR");
  int index = 0;
  for (const auto& m : modules()) {
    if (scope != vm_scope::run && !m.in_configuration) {
      define_getter(ctx, m.name, run_time_only, nullptr);
    } else if (m.of_the_run) {
      define_getter(ctx, m.name, load_module, replace, index);
    } else {
      m.push(ctx);
      duk_put_prop_lstring(ctx, -2, m.name.data(), m.name.size());
    }
    ++index;
  }
  duk_pop(ctx);
  define_getter(ctx, "_", load_underscore, replace);
  const bool run = scope == vm_scope::run;
  define_getter(ctx, "expect", run ? load_assertions : run_time_only, run ? replace : nullptr, 0);
  define_getter(ctx, "assert", run ? load_assertions : run_time_only, run ? replace : nullptr, 1);
}

}  // namespace canary::script
