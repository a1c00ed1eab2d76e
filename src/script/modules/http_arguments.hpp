#pragma once
// What a script hands to a call of http, as a request.

#include "canary/net/form.hpp"
#include "canary/net/http_message.hpp"
#include "script/modules/http_body.hpp"

#include <duktape.h>

#include <string>

namespace canary::script {

/// How a response's body is given to the script.
enum class response_type : unsigned char { text, binary, none };

/// A request under construction, or what a session's requests have in common.
struct request_draft {
  net::http_request request;
  net::form_fields query;
  std::string authorization;  ///< from basic_auth or bearer; a header of that name goes before
  bool authorized = false;    ///< by an option of this call, and not by a session's
  request_body body;
  response_type type = response_type::text;
  bool trace = true;
};

/// Which of http's calls is made, for messages, and with what defaults.
struct http_call {
  const char* name;  ///< 'http.post'
  const request_draft* defaults = nullptr;
};

/// Read the arguments of a call from the stack's beginning. They throw a TypeError that names the argument at fault,
/// and run the script's code where an argument has getters or is a Proxy. Files are not read yet.

/// (method, url[, headers[, body[, options]]]).
request_draft read_do_arguments(duk_context* ctx, const http_call& call);

/// (url[, options]), or with `has_body` (url[, body[, options]]).
request_draft read_verb_arguments(duk_context* ctx, const http_call& call, const char* method, bool has_body);

/// One entry of a batch, which is at `index`: a URL, or an object with method, url, headers, body and any option.
request_draft read_batch_entry(duk_context* ctx, const http_call& call, duk_idx_t index);

/// (options): what http.session is given.
request_draft read_session_arguments(duk_context* ctx, const http_call& call);

}  // namespace canary::script
