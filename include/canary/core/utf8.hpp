#pragma once
// UTF-8 (RFC 3629), and what JavaScript engines make of it.

#include <cstddef>
#include <string_view>

namespace canary {

/// Bytes of the character that `text` begins with: 1 to 4, or 0 where they are not UTF-8 (overlong, a surrogate, beyond
/// U+10FFFF, cut off). `text` is not empty.
std::size_t utf8_length(std::string_view text);

bool valid_utf8(std::string_view text);

/// Bytes of the control character that `text` begins with: 1 for those of ASCII and delete, 2 for U+0080 to U+009F, of
/// which U+009B steers terminals as ESC [ does; 0 where it begins with something else. `text` is not empty.
std::size_t control_length(std::string_view text);

/// The code point of a surrogate pair written as two sequences of three bytes (CESU-8, as Duktape keeps what lies
/// beyond U+FFFF) that `text` begins with; 0 where it does not.
char32_t cesu8_pair(std::string_view text);

}  // namespace canary
