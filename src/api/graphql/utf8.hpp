#pragma once
// Characters in UTF-8 (RFC 3629).

#include <optional>
#include <string>
#include <string_view>

namespace canary::api::graphql::utf8 {

struct character {
  char32_t code = 0;
  std::size_t bytes = 0;
};

/// The character that begins at `place`, which is inside `text`. Empty where there is none: a stray continuation, an
/// overlong form, a surrogate, a cut end.
std::optional<character> decode(std::string_view text, std::size_t place);

void append(std::string& out, char32_t code);

/// No more than `bytes` of the front, without cutting a character. `text` is UTF-8.
std::string_view front(std::string_view text, std::size_t bytes);

}  // namespace canary::api::graphql::utf8
