#pragma once
// Whether something looks like a secret, by its name or by itself. When in doubt it does: a name in a canary is mended
// sooner than a password that was published.

#include <string>
#include <string_view>

namespace canary::command {

/// Bytes; shorter ones are refused where a canary reads them, as they cannot be masked.
inline constexpr std::size_t shortest_secret = 4;

/// Of a field, a member, a header or a part of a query: 'password', 'X-Api-Key', 'clientSecret'.
bool is_secret_name(std::string_view name);

/// Of those, tokens that a server gave against forged requests: 'csrf_token', 'X-XSRF-TOKEN'.
bool is_forgery_token(std::string_view name);

/// A token by its looks alone: a JSON web token, a key with a well-known beginning, a private key.
bool is_secret_value(std::string_view value);

/// A piece of a path that nobody has typed, and that is no UUID: '/reset/8f3e…'.
bool is_random_piece(std::string_view piece);

/// Long and mixed enough that the same text elsewhere is no coincidence.
bool is_telling(std::string_view value);

/// 'Client_Secret' as 'client-secret': for names of secrets.
std::string dashed(std::string_view name);

}  // namespace canary::command
