#pragma once
// What a script hands to http.do, as a request.

#include "canary/net/http_message.hpp"

#include <duktape.h>

namespace canary::script {

/// Reads (method, url[, headers[, body[, options]]]) from the stack's beginning. Throws a TypeError that names the
/// argument at fault. Runs the script's code where an argument has getters or is a Proxy.
net::http_request http_request_from_arguments(duk_context* ctx);

}  // namespace canary::script
