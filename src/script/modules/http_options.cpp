#include "script/modules/http_options.hpp"

#include "canary/net/request_head.hpp"
#include "script/binding.hpp"
#include "script/modules/call_options.hpp"
#include "script/modules/http_route.hpp"
#include "script/modules/tls_values.hpp"

#include <algorithm>
#include <array>

namespace canary::script {
namespace {

constexpr std::size_t most_headers = 1000;

[[noreturn]] void refuse(duk_context* ctx, const http_call& call, const std::string& what) {
  throw_type_error(ctx, std::string(call.name) + ": " + what);
}

void authorize(duk_context* ctx, const http_call& call, request_draft& draft, std::string value) {
  if (draft.authorized) {
    refuse(ctx, call, "a request has one Authorization, and here are two: 'basic_auth' and 'bearer'");
  }
  draft.authorized = true;
  draft.authorization = std::move(value);
}

// A header's value as one text: a string, or a number or boolean written as one.
std::string header_value(duk_context* ctx, const http_call& call, const std::string& name) {
  if (is_text(ctx, -1)) return text_at(ctx, -1);
  if (duk_is_number(ctx, -1) || duk_is_boolean(ctx, -1)) return to_text(ctx, -1);
  refuse(ctx, call, "the header '" + name + "' must be a string or an array of strings, not " + kind_of(ctx, -1));
}

void read_type(duk_context* ctx, const http_call& call, request_draft& draft) {
  const std::string type = call_options(ctx, call.name).text("response_type");
  if (type != "text" && type != "binary" && type != "none") {
    refuse(ctx, call,
           "the option 'response_type' must be 'text', 'binary' or 'none', not '" + type.substr(0, 40) + "'");
  }
  draft.type = type == "text" ? response_type::text : type == "binary" ? response_type::binary : response_type::none;
  draft.request.discard_body = type == "none";
}

// { user, password }, or 'user:password'.
void read_basic_auth(duk_context* ctx, const http_call& call, request_draft& draft) {
  std::string user, password;
  if (is_text(ctx, -1)) {
    const std::string both = text_at(ctx, -1);
    const auto colon = both.find(':');
    if (colon == both.npos) refuse(ctx, call, "the option 'basic_auth' must be 'user:password', and has no colon");
    user = both.substr(0, colon);
    password = both.substr(colon + 1);
  } else if (duk_is_object(ctx, -1) && !duk_is_array(ctx, -1) && !duk_is_function(ctx, -1)) {
    for (const auto& [name, value] : read_fields(ctx, call.name, "option 'basic_auth'", duk_normalize_index(ctx, -1))) {
      if (name != "user" && name != "password") {
        refuse(ctx, call, "the option 'basic_auth' has user and password, and no '" + name.substr(0, 40) + "'");
      }
      (name == "user" ? user : password) = value;
    }
  } else {
    refuse(ctx, call,
           "the option 'basic_auth' must be { user: '…', password: '…' } or 'user:password', not " + kind_of(ctx, -1));
  }
  if (user.find(':') != user.npos) refuse(ctx, call, "a user's name in 'basic_auth' cannot hold a colon (RFC 7617)");
  authorize(ctx, call, draft, net::basic_authorization(user, password));
}

using reader = void (*)(duk_context* ctx, const http_call& call, request_draft& draft);

struct option {
  std::string_view name;
  reader read;
};

constexpr std::array<option, http_option_names.size()> options{{
    {"basic_auth", read_basic_auth},
    {"bearer",
     [](duk_context* ctx, const http_call& call, request_draft& draft) {
       const std::string token = call_options(ctx, call.name).text("bearer");
       if (token.empty()) refuse(ctx, call, "the option 'bearer' is empty; leave it out, or give null, for none");
       authorize(ctx, call, draft, "Bearer " + token);
     }},
    {"compressed", [](duk_context* ctx, const http_call&,
                      request_draft& draft) { draft.request.compressed = duk_to_boolean(ctx, -1) != 0; }},
    {"form", [](duk_context* ctx, const http_call& call,
                request_draft& draft) { read_form(ctx, call.name, duk_normalize_index(ctx, -1), draft.body); }},
    {"headers",
     [](duk_context* ctx, const http_call& call, request_draft& draft) {
       read_headers(ctx, call, "option 'headers'", duk_normalize_index(ctx, -1), draft.request.headers);
     }},
    {"ip",
     [](duk_context* ctx, const http_call& call, request_draft& draft) { read_ip(ctx, call, draft.request.route); }},
    {"max_body",
     [](duk_context* ctx, const http_call& call, request_draft& draft) {
       draft.request.max_body = call_options(ctx, call.name).whole_number("max_body", 0, 1u << 30);
     }},
    {"multipart",
     [](duk_context* ctx, const http_call& call, request_draft& draft) {
       read_multipart(ctx, call.name, duk_normalize_index(ctx, -1), draft.body);
     }},
    {"proxy",
     [](duk_context* ctx, const http_call& call, request_draft& draft) { read_proxy(ctx, call, draft.request.route); }},
    {"query",
     [](duk_context* ctx, const http_call& call, request_draft& draft) {
       for (auto& field : read_fields(ctx, call.name, "option 'query'", duk_normalize_index(ctx, -1))) {
         draft.query.push_back(std::move(field));
       }
     }},
    {"redirects",
     [](duk_context* ctx, const http_call& call, request_draft& draft) {
       draft.request.max_redirects =
           static_cast<unsigned>(call_options(ctx, call.name).whole_number("redirects", 0, 100));
     }},
    {"resolve", [](duk_context* ctx, const http_call& call,
                   request_draft& draft) { read_resolve(ctx, call, draft.request.route); }},
    {"response_type", read_type},
    {"timeout", [](duk_context* ctx, const http_call& call,
                   request_draft& draft) { draft.request.timeout = call_options(ctx, call.name).duration("timeout"); }},
    {"tls",
     [](duk_context* ctx, const http_call& call, request_draft& draft) {
       draft.request.tls = tls_options_at(ctx, duk_normalize_index(ctx, -1), call.name);
     }},
    {"trace",
     [](duk_context* ctx, const http_call&, request_draft& draft) { draft.trace = duk_to_boolean(ctx, -1) != 0; }},
}};

static_assert(std::equal(options.begin(), options.end(), http_option_names.begin(),
                         [](const option& o, std::string_view name) { return o.name == name; }));

}  // namespace

bool has_header(const std::vector<net::header>& headers, std::string_view canonical) {
  return std::any_of(headers.begin(), headers.end(),
                     [&](const net::header& h) { return net::canonical_header_name(h.name) == canonical; });
}

void read_headers(duk_context* ctx, const http_call& call, const char* what, duk_idx_t index,
                  std::vector<net::header>& into) {
  if (duk_is_null_or_undefined(ctx, index)) return;
  if (!duk_is_object(ctx, index) || duk_is_array(ctx, index) || duk_is_function(ctx, index)) {
    refuse(ctx, call,
           "the " + std::string(what) + " must be an object of names and values, not " + kind_of(ctx, index));
  }
  duk_enum(ctx, index, DUK_ENUM_OWN_PROPERTIES_ONLY);
  while (duk_next(ctx, -1, 1)) {
    const std::string name = text_at(ctx, -2);
    if (duk_is_array(ctx, -1)) {
      const duk_size_t count = std::min<duk_size_t>(duk_get_length(ctx, -1), most_headers + 1);
      for (duk_size_t i = 0; i < count; ++i) {
        duk_get_prop_index(ctx, -1, static_cast<duk_uarridx_t>(i));
        into.push_back({name, header_value(ctx, call, name)});
        duk_pop(ctx);
      }
    } else if (!duk_is_null_or_undefined(ctx, -1)) {
      into.push_back({name, header_value(ctx, call, name)});
    }
    if (into.size() > most_headers) refuse(ctx, call, "more than 1,000 headers");
    duk_pop_2(ctx);
  }
  duk_pop(ctx);
}

void read_option(duk_context* ctx, const http_call& call, const std::string& name, request_draft& draft) {
  if (duk_is_null(ctx, -1) && name != "proxy") return;  // as if it were not there
  std::find_if(options.begin(), options.end(), [&](const option& o) { return o.name == name; })->read(ctx, call, draft);
}

}  // namespace canary::script
