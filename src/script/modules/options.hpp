#pragma once
// The options object that calls of several modules take last.

#include "canary/core/time.hpp"

#include <duktape.h>

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>

namespace canary::script {

/// Calls `take` for each member of the object at `index` that is not undefined, with its name, its value on top of the
/// stack. Undefined or null is no options at all. Throws a TypeError where it is no object, or has a member that is not
/// among `known`; the nearest known one is named.
void read_options(duk_context* ctx, duk_idx_t index, const std::string& caller,
                  std::initializer_list<std::string_view> known, const std::function<void(const std::string&)>& take);

/// The duration on top of the stack: '2s', or a number of milliseconds. More than 0.
nanoseconds duration_option(duk_context* ctx, const std::string& caller, const std::string& name);

/// The string at `index`, else a TypeError: 'dns.resolve: the name (argument 1) must be a string, not a number'.
std::string string_argument(duk_context* ctx, duk_idx_t index, const std::string& caller, const char* what);

/// Likewise, a whole number.
std::uint32_t number_argument(duk_context* ctx, duk_idx_t index, const std::string& caller, const char* what,
                              std::uint32_t least, std::uint32_t most);

}  // namespace canary::script
