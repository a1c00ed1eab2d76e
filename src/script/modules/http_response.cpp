#include "script/modules/http_response.hpp"

#include "canary/core/ascii.hpp"
#include "canary/core/printable.hpp"
#include "script/binding.hpp"
#include "script/long_text.hpp"
#include "script/modules/tls_values.hpp"
#include "script/vm_context.hpp"

#include <map>

namespace canary::script {
namespace {

constexpr const char* methods_key = DUK_HIDDEN_SYMBOL("http_response");

void put_text(duk_context* ctx, const char* name, std::string_view text) {
  push_text(ctx, text);
  duk_put_prop_string(ctx, -2, name);
}

void put_int(duk_context* ctx, const char* name, int value) {
  duk_push_int(ctx, value);
  duk_put_prop_string(ctx, -2, name);
}

// Of the object below, the member whose name is pushed before its value. Defined, not assigned: '__proto__' is a name
// like any other.
void define(duk_context* ctx) {
  duk_def_prop(ctx, -3, DUK_DEFPROP_HAVE_VALUE | DUK_DEFPROP_SET_WEC | DUK_DEFPROP_FORCE);
}

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
    define(ctx);
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

void push_hops(duk_context* ctx, const std::vector<net::http_hop>& hops) {
  duk_push_array(ctx);
  duk_uarridx_t i = 0;
  for (const auto& hop : hops) {
    duk_push_object(ctx);
    put_text(ctx, "method", hop.method);
    put_text(ctx, "url", hop.url);
    put_int(ctx, "code", hop.code);
    put_text(ctx, "location", hop.location);
    put_text(ctx, "remote_ip", hop.remote_ip);
    put_int(ctx, "remote_port", hop.remote_port);
    push_timings(ctx, hop.timings);
    duk_put_prop_string(ctx, -2, "timings");
    duk_put_prop_index(ctx, -2, i++);
  }
}

void push_cookie(duk_context* ctx, const net::cookie& c) {
  duk_push_object(ctx);
  put_text(ctx, "name", c.name);
  put_text(ctx, "value", c.value);
  put_text(ctx, "domain", c.domain);
  put_text(ctx, "path", c.path);
  put_text(ctx, "expires", c.expires ? format_rfc3339(*c.expires) : "");
  duk_push_boolean(ctx, c.secure);
  duk_put_prop_string(ctx, -2, "secure");
  duk_push_boolean(ctx, c.http_only);
  duk_put_prop_string(ctx, -2, "http_only");
  put_text(ctx, "same_site", c.same_site);
}

// What the response sets, by name, in the order in which it does.
void push_cookies_set(duk_context* ctx, const std::vector<net::header>& headers) {
  std::map<std::string, std::vector<net::cookie>> by_name;
  for (const auto& h : headers) {
    if (!iequals(h.name, "Set-Cookie")) continue;
    auto read = net::parse_set_cookie(h.value, context_of(ctx).host->now());
    if (read) by_name[read->name].push_back(std::move(*read));
  }
  duk_push_object(ctx);
  for (const auto& [name, cookies] : by_name) {
    push_text(ctx, name);
    push_cookies(ctx, cookies);
    define(ctx);
  }
}

void push_body(duk_context* ctx, const std::string& body, response_type type) {
  switch (type) {
    case response_type::text:
      return push_long_text(ctx, body);
    case response_type::binary:
      return push_bytes(ctx, body);
    case response_type::none:
      return duk_push_null(ctx);
  }
}

// response.header(name): the first value, or undefined.
duk_ret_t response_header(duk_context* ctx) {
  if (!is_text(ctx, 0)) throw_type_error(ctx, "header wants a name, not " + kind_of(ctx, 0));
  const std::string name = net::canonical_header_name(text_at(ctx, 0));
  duk_push_this(ctx);
  if (!duk_get_prop_string(ctx, -1, "headers") || !duk_is_object(ctx, -1)) return 0;
  push_text(ctx, name);
  duk_get_prop_desc(ctx, -2, 0);  // its own, and not what every object has
  if (!duk_is_object(ctx, -1) || !duk_get_prop_string(ctx, -1, "value") || !duk_is_object(ctx, -1)) return 0;
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

// The body as text, also where the script has it as bytes.
void push_body_text(duk_context* ctx) {
  duk_push_this(ctx);
  duk_get_prop_string(ctx, -1, "body");
  if (duk_is_buffer_data(ctx, -1)) {
    duk_size_t size = 0;
    const auto* data = static_cast<const char*>(duk_get_buffer_data(ctx, -1, &size));
    push_long_text(ctx, data != nullptr ? std::string_view(data, size) : std::string_view());
  } else if (duk_is_null(ctx, -1)) {
    throw_type_error(ctx, "json: the response's body was not kept, as response_type: 'none' asked for");
  }
  duk_to_string(ctx, -1);
}

duk_ret_t decode_json(duk_context* ctx, void*) {
  duk_json_decode(ctx, -1);
  return 1;
}

// The first characters of a text, fit for a message.
std::string beginning_of(std::string_view text) {
  constexpr std::size_t longest = 60;
  if (text.empty()) return "empty";
  return "'" + printable(text, longest) + (text.size() > longest ? "…'" : "'");
}

// The text of a member of `this`; '' where the script has made something else of it.
std::string member_of_this(duk_context* ctx, const char* name) {
  duk_push_this(ctx);
  duk_get_prop_string(ctx, -1, name);
  std::string text = is_text(ctx, -1) ? text_at(ctx, -1) : duk_is_number(ctx, -1) ? to_text(ctx, -1) : "";
  duk_pop_2(ctx);
  return text;
}

// Parses the text on top. That it is no JSON is the other side's fault, and told with what came instead.
void parse_body(duk_context* ctx) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  const auto text = [ctx] {
    duk_size_t size = 0;
    const char* bytes = duk_get_lstring(ctx, -1, &size);
    return std::string_view(bytes, size);
  };
  if (text().starts_with(byte_order_mark)) duk_substring(ctx, -1, 1, duk_get_length(ctx, -1));
  const std::string beginning(text().substr(0, 100));
  if (duk_safe_call(ctx, decode_json, nullptr, 1, 1) == DUK_EXEC_SUCCESS) return;
  if (duk_get_error_code(ctx, -1) != DUK_ERR_SYNTAX_ERROR) duk_throw(ctx);
  const std::string url = member_of_this(ctx, "url"), code = member_of_this(ctx, "code");
  duk_push_this(ctx);
  duk_push_c_function(ctx, response_header, 1);
  duk_insert(ctx, -2);
  push_text(ctx, "Content-Type");
  duk_call_method(ctx, 1);
  const std::string type = is_text(ctx, -1) ? text_at(ctx, -1) : "no Content-Type";
  push_failure(ctx, {failure_class::http, "json: the body of " + url + " (" + code + ", " + type + ") is not JSON: " +
                                              (beginning.empty() ? "it is " : "") + beginning_of(beginning)});
  // The codes tell of requests, and this one was answered as HTTP has it.
  duk_del_prop_string(ctx, -1, "error_code");
  duk_throw(ctx);
}

// response.json([path]): the body parsed, or what 'items[0].name' or 'items.0.name' finds in it, or undefined.
duk_ret_t response_json(duk_context* ctx) {
  const bool has_path = is_text(ctx, 0);
  if (!has_path && !duk_is_null_or_undefined(ctx, 0)) {
    throw_type_error(ctx, "json wants a path such as 'items[0].name', not " + kind_of(ctx, 0));
  }
  const std::string path = has_path ? text_at(ctx, 0) : "";
  push_body_text(ctx);
  parse_body(ctx);
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

void prepare_responses(duk_context* ctx) {
  static constexpr duk_function_list_entry methods[] = {
      {"header", response_header, 1}, {"json", response_json, 1}, {nullptr, nullptr, 0}};
  duk_push_global_stash(ctx);
  duk_push_object(ctx);
  duk_put_function_list(ctx, -1, methods);
  duk_put_prop_string(ctx, -2, methods_key);
  duk_pop(ctx);
}

void push_cookies(duk_context* ctx, const std::vector<net::cookie>& cookies) {
  duk_push_array(ctx);
  duk_uarridx_t i = 0;
  for (const auto& c : cookies) {
    push_cookie(ctx, c);
    duk_put_prop_index(ctx, -2, i++);
  }
}

void push_response(duk_context* ctx, const net::http_response& r, response_type type) {
  duk_require_stack(ctx, 16);
  duk_push_object(ctx);
  duk_push_global_stash(ctx);
  duk_get_prop_string(ctx, -1, methods_key);
  duk_set_prototype(ctx, -3);
  duk_pop(ctx);
  put_int(ctx, "code", r.code);
  put_int(ctx, "status", r.code);
  put_text(ctx, "status_text", r.status_text);
  push_headers(ctx, r.headers);
  duk_put_prop_string(ctx, -2, "headers");
  push_headers(ctx, r.trailers);
  duk_put_prop_string(ctx, -2, "trailers");
  push_cookies_set(ctx, r.headers);
  duk_put_prop_string(ctx, -2, "cookies");
  push_body(ctx, r.body, type);
  duk_put_prop_string(ctx, -2, "body");
  put_text(ctx, "url", r.url);
  push_hops(ctx, r.redirects);
  duk_put_prop_string(ctx, -2, "redirects");
  put_text(ctx, "proto", r.proto);
  put_text(ctx, "remote_ip", r.remote_ip);
  put_int(ctx, "remote_port", r.remote_port);
  push_timings(ctx, r.timings);
  duk_put_prop_string(ctx, -2, "timings");
  if (!r.tls) return;
  push_tls_facts(ctx, *r.tls);
  duk_put_prop_string(ctx, -2, "tls");
}

}  // namespace canary::script
