#pragma once
// Who may look and who may change, as the operator writes it down: a file with a line for each token.
//
//     # name    may    what the token hashes to
//     ci        write  sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0bf822cd15d6c15b0f00a0
//
// Tokens are 32 random bytes. A plain hash of so much chance cannot be turned back, and so needs neither salt nor time.

#include "canary/core/result.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace canary::api {

/// What a request may do. Each includes those before it.
enum class permission : unsigned char { nothing, read, write };

/// 'nothing', 'read' or 'write'.
std::string_view to_string(permission p);

using sha256_digest = std::array<unsigned char, 32>;
sha256_digest sha256(std::string_view text);

/// In lower case.
std::string to_hex(const sha256_digest& digest);

struct token {
  std::string name;  ///< for people; 1 to 64 letters, digits, '.', '_' and '-'
  permission may = permission::read;
  sha256_digest digest{};
  bool operator==(const token&) const = default;
};

/// A line of such a file, without its end.
std::string to_line(const token& t);

/// The error begins with '`shown`:LINE: '. Names and hashes stand once each; there are 1 to 1,000 tokens.
result<std::vector<token>> parse_tokens(std::string_view text, std::string_view shown);

struct read_tokens {
  std::vector<token> tokens;
  bool open_to_others = false;  ///< every user of the machine may read the file
};

/// From a regular file of at most 1 MiB.
result<read_tokens> read_token_file(const std::filesystem::path& file);

/// A new token, of the system's random source: 'canary_' and 64 digits of hexadecimal.
std::string random_token();

/// 32 bytes of the system's random source, as hexadecimal.
std::string random_hex();

}  // namespace canary::api
