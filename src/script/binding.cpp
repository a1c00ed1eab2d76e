#include "script/binding.hpp"

#include "canary/core/failure_code.hpp"
#include "script/text.hpp"
#include "script/vm_context.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <cstring>

namespace canary::script {
namespace {
constexpr const char* class_key = DUK_HIDDEN_SYMBOL("class");  // with the code above the class
constexpr unsigned class_bits = 8;

// Duktape's own flag, which its header does not show: the error is the script's, not of a line of ours.
constexpr duk_errcode_t not_blaming_us = 1 << 24;

// Defines, where assigning would ask a script's setter on a prototype.
void define_top(duk_context* ctx, const char* name) {
  duk_push_string(ctx, name);
  duk_insert(ctx, -2);
  duk_def_prop(ctx, -3, DUK_DEFPROP_HAVE_VALUE | DUK_DEFPROP_SET_WEC | DUK_DEFPROP_FORCE);
}

}  // namespace

void push_text(duk_context* ctx, std::string_view utf8) {
  if (is_ascii(utf8)) {
    duk_push_lstring(ctx, utf8.data(), utf8.size());
  } else {
    const std::string text = to_engine_text(utf8);
    duk_push_lstring(ctx, text.data(), text.size());
  }
}

bool is_text(duk_context* ctx, duk_idx_t index) { return duk_is_string(ctx, index) && !duk_is_symbol(ctx, index); }

std::string text_at(duk_context* ctx, duk_idx_t index) {
  duk_size_t size = 0;
  const char* data = duk_require_lstring(ctx, index, &size);
  return from_engine_text({data, size});
}

std::string bytes_at(duk_context* ctx, duk_idx_t index) {
  duk_size_t size = 0;
  const auto* data = static_cast<const char*>(duk_require_buffer_data(ctx, index, &size));
  return data != nullptr ? std::string(data, size) : std::string();
}

void push_bytes(duk_context* ctx, std::string_view bytes) {
  void* room = duk_push_fixed_buffer(ctx, bytes.size());
  if (!bytes.empty()) std::memcpy(room, bytes.data(), bytes.size());
  duk_push_buffer_object(ctx, -1, 0, bytes.size(), DUK_BUFOBJ_UINT8ARRAY);
  duk_remove(ctx, -2);
}

std::string to_text(duk_context* ctx, duk_idx_t index) {
  duk_dup(ctx, index);
  duk_size_t size = 0;
  const char* data = duk_to_lstring(ctx, -1, &size);
  std::string text = from_engine_text({data, size});
  duk_pop(ctx);
  return text;
}

boost::json::value json_at(duk_context* ctx, duk_idx_t index, std::size_t most) {
  if (duk_is_string(ctx, index) && !duk_is_symbol(ctx, index)) return boost::json::string(text_at(ctx, index));
  duk_dup(ctx, index);
  duk_json_encode(ctx, -1);
  duk_size_t size = 0;
  const char* data = duk_get_lstring(ctx, -1, &size);
  boost::json::value value;
  if (size > most) {
    value = boost::json::string(from_engine_text({data, most}) + "…");
  } else if (data != nullptr) {
    boost::system::error_code error;
    boost::json::parse_options options;
    options.max_depth = 1100;  // above the engine's own limit of 1,000
    value = boost::json::parse(from_engine_text({data, size}), error, {}, options);
  }
  duk_pop(ctx);
  return value;
}

void push_json(duk_context* ctx, const boost::json::value& value) {
  if (value.is_string()) return push_text(ctx, value.get_string());
  if (value.is_null()) return duk_push_null(ctx);
  push_text(ctx, boost::json::serialize(value));
  duk_json_decode(ctx, -1);
}

std::string kind_of(duk_context* ctx, duk_idx_t index) {
  switch (duk_get_type(ctx, index)) {
    case DUK_TYPE_NONE:
    case DUK_TYPE_UNDEFINED:
      return "undefined";
    case DUK_TYPE_NULL:
      return "null";
    case DUK_TYPE_BOOLEAN:
      return "a boolean";
    case DUK_TYPE_NUMBER:
      return "a number";
    case DUK_TYPE_STRING:
      return duk_is_symbol(ctx, index) ? "a symbol" : "a string";
    default:
      break;
  }
  if (duk_is_array(ctx, index)) return "an array";
  if (duk_is_function(ctx, index)) return "a function";
  if (duk_is_buffer_data(ctx, index)) return "a buffer";
  return "an object";
}

void push_failure(duk_context* ctx, const failure& what) {
  duk_push_error_object_raw(ctx, DUK_ERR_ERROR | not_blaming_us, nullptr, 0, "%s", "");
  push_text(ctx, what.message);
  define_top(ctx, "message");
  push_text(ctx, to_string(what.kind));
  define_top(ctx, "class");
  if (const int code = error_code_of(what); code != 0) {
    duk_push_int(ctx, code);
    define_top(ctx, "error_code");
  }
  duk_push_uint(ctx, static_cast<duk_uint_t>(what.code) << class_bits | static_cast<duk_uint_t>(what.kind));
  define_top(ctx, class_key);
}

void throw_failure(duk_context* ctx, const failure& what) {
  push_failure(ctx, what);
  duk_throw_raw(ctx);
  __builtin_unreachable();
}

void throw_type_error(duk_context* ctx, const std::string& message) {
  duk_push_error_object_raw(ctx, DUK_ERR_TYPE_ERROR | not_blaming_us, nullptr, 0, "%s", "");
  push_text(ctx, message);
  define_top(ctx, "message");
  duk_throw_raw(ctx);
  __builtin_unreachable();
}

failure thrown_failure(duk_context* ctx, duk_idx_t index) {
  failure found;
  if (!duk_is_error(ctx, index)) return found;
  if (duk_get_prop_string(ctx, index, class_key)) {
    const duk_uint_t both = duk_get_uint(ctx, -1);
    found.kind = static_cast<failure_class>(both & ((1u << class_bits) - 1));
    found.code = static_cast<failure_code>(both >> class_bits);
  }
  duk_pop(ctx);
  return found;
}

void push_bundled(duk_context* ctx, std::string_view name) {
  duk_push_global_stash(ctx);
  if (duk_get_prop_lstring(ctx, -1, name.data(), name.size())) {
    duk_remove(ctx, -2);
    return;
  }
  duk_pop(ctx);
  for (const auto& script : context_of(ctx).bundled) {
    if (script.name != name) continue;
    void* room = duk_push_fixed_buffer(ctx, script.bytecode.size());
    std::memcpy(room, script.bytecode.data(), script.bytecode.size());
    duk_load_function(ctx);
    duk_call(ctx, 0);
    duk_dup(ctx, -1);
    duk_put_prop_lstring(ctx, -3, name.data(), name.size());
    duk_remove(ctx, -2);
    return;
  }
  duk_remove(ctx, -1);
  throw_type_error(ctx, "there is no bundled script " + std::string(name));
}

}  // namespace canary::script
