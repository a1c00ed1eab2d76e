#pragma once
// The options of a request, by name.

#include "script/modules/http_arguments.hpp"

#include <array>

namespace canary::script {

inline constexpr std::array<std::string_view, 16> http_option_names{
    "basic_auth", "bearer", "compressed", "form",    "headers",       "ip",      "max_body", "multipart",
    "proxy",      "query",  "redirects",  "resolve", "response_type", "timeout", "tls",      "trace"};

/// Reads the value on top of the stack as the option `name`, one of those, into `draft`. Throws a TypeError where the
/// value is none that it can have.
void read_option(duk_context* ctx, const http_call& call, const std::string& name, request_draft& draft);

/// Adds what an object of names and values at `index` holds; null and undefined are nothing. `what` is for messages.
void read_headers(duk_context* ctx, const http_call& call, const char* what, duk_idx_t index,
                  std::vector<net::header>& into);

bool has_header(const std::vector<net::header>& headers, std::string_view canonical);

}  // namespace canary::script
