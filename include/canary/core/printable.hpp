#pragma once
// Text from outside, as it may stand in a message.

#include <cstddef>
#include <string>
#include <string_view>

namespace canary {

/// The beginning of `text`, of at most `longest` bytes and whole characters. Each control character is a '?', and each
/// byte that is not of UTF-8: what a stranger sends steers no terminal.
std::string printable(std::string_view text, std::size_t longest = std::string_view::npos);

}  // namespace canary
