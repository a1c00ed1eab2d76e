#pragma once
// The arguments that calls of several modules take first, by place.

#include <duktape.h>

#include <string>

namespace canary::script {

/// The string at `index`, else a TypeError: 'dns.resolve: the name (argument 1) must be a string, not a number'.
std::string string_argument(duk_context* ctx, duk_idx_t index, const std::string& caller, const char* what);

/// Likewise, a whole number.
std::uint32_t number_argument(duk_context* ctx, duk_idx_t index, const std::string& caller, const char* what,
                              std::uint32_t least, std::uint32_t most);

}  // namespace canary::script
