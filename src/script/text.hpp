#pragma once
// Text between us (UTF-8) and the engine (CESU-8: characters beyond U+FFFF are two surrogates of three bytes each).

#include <string>
#include <string_view>

namespace canary::script {

/// What is no UTF-8 becomes U+FFFD, so that no byte sequence from outside can look like one of the engine's own (its
/// symbols begin with bytes that no text has).
std::string to_engine_text(std::string_view utf8);

/// Lone surrogates and the engine's own byte sequences become U+FFFD.
std::string from_engine_text(std::string_view cesu8);

/// The length of a beginning of `text`, at most `most` bytes (at least 16), that can be converted by itself: no
/// character, and no pair of surrogates, goes on after it.
std::size_t whole_characters(std::string_view text, std::size_t most) noexcept;

/// Whether `text` is the same in both, byte for byte.
bool is_ascii(std::string_view text) noexcept;

}  // namespace canary::script
