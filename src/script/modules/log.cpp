// log: structured lines that are kept with the run, and log.fail.

#include "script/modules/log.hpp"
#include "script/binding.hpp"
#include "script/long_text.hpp"
#include "script/modules/format.hpp"
#include "script/modules/module.hpp"
#include "script/text.hpp"
#include "script/vm_context.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

namespace canary::script {
namespace {

// A logger's fields, as JSON text: hidden from scripts, who see the methods only.
constexpr const char* fields_key = DUK_HIDDEN_SYMBOL("fields");
constexpr const char* methods_key = DUK_HIDDEN_SYMBOL("log_methods");

boost::json::object own_fields(duk_context* ctx) {
  boost::json::object fields;
  duk_push_this(ctx);
  if (duk_is_object(ctx, -1)) {
    if (duk_get_prop_string(ctx, -1, fields_key) && duk_is_string(ctx, -1)) {
      boost::system::error_code error;
      boost::json::value value = boost::json::parse(text_at(ctx, -1), error);
      if (value.is_object()) fields = std::move(value.get_object());
    }
    duk_pop(ctx);
  }
  duk_pop(ctx);
  return fields;
}

void write(duk_context* ctx, log_level level, std::string message) {
  const failure refused = context_of(ctx).host->log(level, std::move(message), own_fields(ctx));
  if (refused.kind != failure_class::none) throw_failure(ctx, refused);
}

duk_ret_t log_line(duk_context* ctx) {
  write(ctx, static_cast<log_level>(duk_get_current_magic(ctx)), format_arguments(ctx, 0));
  return 0;
}

// A field's value as it will be shown: JSON where it is JSON, else as text.
boost::json::value field_value(duk_context* ctx, duk_idx_t index) {
  if (duk_is_undefined(ctx, index)) return nullptr;
  if (duk_is_function(ctx, index) || duk_is_symbol(ctx, index)) return boost::json::string(kind_of(ctx, index));
  return json_at(ctx, index);
}

constexpr std::size_t most_bytes = 256u << 10;  // of a logger's fields, as JSON

[[noreturn]] void refuse_fields(duk_context* ctx) {
  throw_failure(ctx, {failure_class::limit, "a logger's fields are longer than 256 KiB"});
}

// Counted as they come: one long text in many fields is little to the script, and would be much here.
void add_field(duk_context* ctx, boost::json::object& fields, std::size_t& bytes, std::string name,
               duk_idx_t value_at) {
  duk_size_t size = 0;
  if (duk_get_lstring(ctx, value_at, &size) != nullptr && size > most_bytes) refuse_fields(ctx);
  boost::json::value value = field_value(ctx, value_at);
  bytes += name.size() + (value.is_string() ? value.get_string().size() : 0);
  if (value.is_structured()) bytes += boost::json::serialize(value).size();
  if (bytes > most_bytes) refuse_fields(ctx);
  fields[std::move(name)] = std::move(value);
}

duk_ret_t log_kv(duk_context* ctx) {
  boost::json::object fields = own_fields(ctx);
  std::size_t bytes = 0;
  const duk_idx_t count = duk_get_top(ctx);
  if (count == 1 && duk_is_object(ctx, 0)) {
    duk_enum(ctx, 0, DUK_ENUM_OWN_PROPERTIES_ONLY);
    while (duk_next(ctx, -1, 1)) {
      add_field(ctx, fields, bytes, long_text_at(ctx, -2), duk_normalize_index(ctx, -1));
      duk_pop_2(ctx);
    }
    duk_pop(ctx);
  } else {
    if (count == 0 || count % 2 != 0) {
      throw_type_error(ctx, "log.kv wants pairs of key and value, or one object; it was given " +
                                std::to_string(count) + (count == 1 ? " argument" : " arguments"));
    }
    for (duk_idx_t i = 0; i < count; i += 2) {
      add_field(ctx, fields, bytes, is_text(ctx, i) ? long_text_at(ctx, i) : to_text(ctx, i), i + 1);
    }
  }
  duk_push_object(ctx);
  duk_push_global_stash(ctx);
  duk_get_prop_string(ctx, -1, methods_key);
  duk_set_prototype(ctx, -3);
  duk_pop(ctx);
  const std::string text = boost::json::serialize(fields);
  if (text.size() > most_bytes) refuse_fields(ctx);
  push_text(ctx, text);
  duk_put_prop_string(ctx, -2, fields_key);
  return 1;
}

}  // namespace

duk_ret_t fail_run(duk_context* ctx) {
  const std::string message = format_arguments(ctx, 0);
  vm_context& vm = context_of(ctx);
  if (!vm.failed) vm.failed = failure{failure_class::assertion, message};
  write(ctx, log_level::error, message);
  throw_failure(ctx, {failure_class::assertion, message});
}

void push_log(duk_context* ctx) {
  duk_push_object(ctx);
  struct {
    const char* name;
    log_level level;
  } static constexpr lines[] = {
      {"debug", log_level::debug}, {"info", log_level::info}, {"warn", log_level::warn}, {"error", log_level::error}};
  for (const auto& line : lines) {
    duk_push_c_function(ctx, log_line, DUK_VARARGS);
    duk_set_magic(ctx, -1, static_cast<duk_int_t>(line.level));
    duk_put_prop_string(ctx, -2, line.name);
  }
  duk_push_c_function(ctx, fail_run, DUK_VARARGS);
  duk_put_prop_string(ctx, -2, "fail");
  duk_push_c_function(ctx, log_kv, DUK_VARARGS);
  duk_put_prop_string(ctx, -2, "kv");
  duk_push_global_stash(ctx);
  duk_dup(ctx, -2);
  duk_put_prop_string(ctx, -2, methods_key);
  duk_pop(ctx);
}

}  // namespace canary::script
