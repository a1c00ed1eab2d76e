#pragma once
// A response as scripts see it.

#include "canary/net/cookie.hpp"
#include "script/modules/http_arguments.hpp"

#include <duktape.h>

namespace canary::script {

/// Keeps the methods of responses where `push_response` finds them. Once per VM.
void prepare_responses(duk_context* ctx);

void push_response(duk_context* ctx, const net::http_response& response, response_type type);

/// An array of { name, value, domain, … }.
void push_cookies(duk_context* ctx, const std::vector<net::cookie>& cookies);

}  // namespace canary::script
