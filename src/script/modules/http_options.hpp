#pragma once
// The options of a request, by name.

#include "script/modules/http_arguments.hpp"

namespace canary::script {

/// Reads the value on top of the stack as the option `name` into `draft`. Throws a TypeError where there is no such
/// option, or the value is none that it can have.
void read_option(duk_context* ctx, const http_call& call, const std::string& name, request_draft& draft);

/// Reads every member of the object at `index`, but those that are undefined.
void read_options(duk_context* ctx, const http_call& call, duk_idx_t index, request_draft& draft);

/// Adds what an object of names and values at `index` holds; null and undefined are nothing. `what` is for messages.
void read_headers(duk_context* ctx, const http_call& call, const char* what, duk_idx_t index,
                  std::vector<net::header>& into);

bool has_header(const std::vector<net::header>& headers, std::string_view canonical);

}  // namespace canary::script
