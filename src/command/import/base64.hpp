#pragma once
// Base64 (RFC 4648) of credentials and of bodies in archives.

#include <optional>
#include <string>
#include <string_view>

namespace canary::command {

/// The bytes of a Base64 text with its padding; line ends in it do not count. Nothing where it is none.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace canary::command
