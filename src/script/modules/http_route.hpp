#pragma once
// The options that say by which way a request goes. Each reads the value on top of the stack, and throws a TypeError.

#include "script/modules/http_arguments.hpp"

namespace canary::script {

/// 4 or 6.
void read_ip(duk_context* ctx, const http_call& call, net::request_route& route);

/// 'http://user:password@proxy.example:3128'; null, false or '' go to the server itself.
void read_proxy(duk_context* ctx, const http_call& call, net::request_route& route);

/// { 'shop.example': '10.0.0.7' }, or several addresses in an array.
void read_resolve(duk_context* ctx, const http_call& call, net::request_route& route);

}  // namespace canary::script
