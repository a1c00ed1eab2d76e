#pragma once
// How a log line's arguments become its text: as Node's console does.

#include <duktape.h>

#include <string>

namespace canary::script {

/// The arguments from `first` to the top of the stack, as one text. Runs JavaScript (bundled, and the script's own
/// getters) where one of them is not a plain value. At most `format_limit` bytes; what is longer ends in '…'.
std::string format_arguments(duk_context* ctx, duk_idx_t first);

inline constexpr std::size_t format_limit = 256u << 10;

}  // namespace canary::script
