#pragma once
// Texts that may be megabytes long, on their way between a script and the network: the script gives way meanwhile.

#include <duktape.h>

#include <string>
#include <string_view>

namespace canary::script {

/// How much is done between two looks at the time, in bytes.
inline constexpr std::size_t text_piece = 64u << 10;

/// Suspends the script where its slice is used up. Throws where the run is over.
void give_way(duk_context* ctx);

/// As `text_at`.
std::string long_text_at(duk_context* ctx, duk_idx_t index);

/// As `push_text`; what the engine does with the text is done at once.
void push_long_text(duk_context* ctx, std::string_view utf8);

}  // namespace canary::script
