// http: requests that look synchronous to the script and block nobody.

#include "script/modules/http_arguments.hpp"

#include "script/binding.hpp"
#include "script/modules/module.hpp"
#include "script/modules/tls_values.hpp"
#include "script/vm_context.hpp"

#include <map>

namespace canary::script {
namespace {

constexpr const char* methods_key = DUK_HIDDEN_SYMBOL("http_response");

void push_headers(duk_context* ctx, const std::vector<net::header>& headers) {
  std::map<std::string, std::vector<const std::string*>> by_name;
  for (const auto& h : headers) by_name[net::canonical_header_name(h.name)].push_back(&h.value);
  duk_push_object(ctx);
  for (const auto& [name, values] : by_name) {
    push_text(ctx, name);
    duk_push_array(ctx);
    duk_uarridx_t i = 0;
    for (const auto* value : values) {
      push_text(ctx, *value);
      duk_put_prop_index(ctx, -2, i++);
    }
    // Defined, not assigned: a header named '__proto__' is a header like any other.
    duk_def_prop(ctx, -3, DUK_DEFPROP_HAVE_VALUE | DUK_DEFPROP_SET_WEC | DUK_DEFPROP_FORCE);
  }
}

void push_timings(duk_context* ctx, const http_timings& t) {
  duk_push_object(ctx);
  const auto put = [ctx](const char* name, double ms) {
    duk_push_number(ctx, ms);
    duk_put_prop_string(ctx, -2, name);
  };
  put("blocked", t.blocked);
  put("looking_up", t.looking_up);
  put("connecting", t.connecting);
  put("tls_handshaking", t.tls_handshaking);
  put("sending", t.sending);
  put("waiting", t.waiting);
  put("receiving", t.receiving);
  put("duration", t.duration);
}

void push_response(duk_context* ctx, const net::http_response& r) {
  duk_push_object(ctx);
  duk_push_global_stash(ctx);
  duk_get_prop_string(ctx, -1, methods_key);
  duk_set_prototype(ctx, -3);
  duk_pop(ctx);
  const auto put_text = [ctx](const char* name, std::string_view text) {
    push_text(ctx, text);
    duk_put_prop_string(ctx, -2, name);
  };
  const auto put_int = [ctx](const char* name, int value) {
    duk_push_int(ctx, value);
    duk_put_prop_string(ctx, -2, name);
  };
  put_int("code", r.code);
  put_int("status", r.code);
  put_text("status_text", r.status_text);
  push_headers(ctx, r.headers);
  duk_put_prop_string(ctx, -2, "headers");
  put_text("body", r.body);
  put_text("url", r.url);
  put_text("proto", r.proto);
  put_text("remote_ip", r.remote_ip);
  put_int("remote_port", r.remote_port);
  push_timings(ctx, r.timings);
  duk_put_prop_string(ctx, -2, "timings");
  if (!r.tls) return;
  push_tls_facts(ctx, *r.tls);
  duk_put_prop_string(ctx, -2, "tls");
}

duk_ret_t http_do(duk_context* ctx) {
  const auto response = context_of(ctx).host->http(http_request_from_arguments(ctx));
  if (!response) throw_failure(ctx, response.error());
  push_response(ctx, *response);
  return 1;
}

// response.header(name): the first value, or undefined.
duk_ret_t response_header(duk_context* ctx) {
  if (!duk_is_string(ctx, 0)) throw_type_error(ctx, "header wants a name, not " + kind_of(ctx, 0));
  const std::string name = net::canonical_header_name(text_at(ctx, 0));
  duk_push_this(ctx);
  if (!duk_get_prop_string(ctx, -1, "headers") || !duk_is_object(ctx, -1)) return 0;
  push_text(ctx, name);
  if (!duk_get_prop(ctx, -2) || !duk_is_object(ctx, -1)) return 0;
  duk_get_prop_index(ctx, -1, 0);
  return 1;
}

// Steps from the value on top into its member `key`, which may be an array's index. False where there is none.
bool step_into(duk_context* ctx, const std::string& key) {
  if (!duk_is_object(ctx, -1)) return false;
  push_text(ctx, key);
  duk_get_prop_desc(ctx, -2, 0);  // its own, and not what every object has
  const bool found = duk_is_object(ctx, -1) != 0;
  if (found) duk_get_prop_string(ctx, -1, "value");
  if (found) duk_remove(ctx, -2);
  duk_remove(ctx, -2);
  return found;
}

// response.json([path]): the body parsed, or what 'items[0].name' or 'items.0.name' finds in it, or undefined.
duk_ret_t response_json(duk_context* ctx) {
  const bool has_path = duk_is_string(ctx, 0);
  if (!has_path && !duk_is_null_or_undefined(ctx, 0)) {
    throw_type_error(ctx, "json wants a path such as 'items[0].name', not " + kind_of(ctx, 0));
  }
  const std::string path = has_path ? text_at(ctx, 0) : "";
  duk_push_this(ctx);
  duk_get_prop_string(ctx, -1, "body");
  duk_to_string(ctx, -1);
  duk_json_decode(ctx, -1);
  std::string key;
  const auto flush = [&]() { return key.empty() || step_into(ctx, std::exchange(key, {})); };
  for (const char c : path) {
    if (c != '.' && c != '[' && c != ']') {
      key += c;
    } else if (!flush()) {
      return 0;
    }
  }
  return flush() ? 1 : 0;
}

}  // namespace

void push_http(duk_context* ctx) {
  static constexpr duk_function_list_entry methods[] = {
      {"header", response_header, 1}, {"json", response_json, 1}, {nullptr, nullptr, 0}};
  duk_push_global_stash(ctx);
  duk_push_object(ctx);
  duk_put_function_list(ctx, -1, methods);
  duk_put_prop_string(ctx, -2, methods_key);
  duk_pop(ctx);
  duk_push_object(ctx);
  duk_push_c_function(ctx, http_do, 5);
  duk_put_prop_string(ctx, -2, "do");
}

}  // namespace canary::script
