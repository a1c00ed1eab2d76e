#include "canary/api/token_file.hpp"

#include "canary/core/small_file.hpp"
#include "parse_text.hpp"

#include <openssl/rand.h>
#include <openssl/sha.h>

#include <algorithm>
#include <new>
#include <optional>
#include <stdexcept>

namespace canary::api {
namespace {

constexpr std::size_t most_tokens = 1000;
constexpr std::size_t longest_name = 64;
constexpr std::uint64_t largest_file = 1u << 20;
constexpr std::string_view hash_prefix = "sha256:";
constexpr std::string_view blanks = " \t\r";

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = line.find_first_not_of(blanks); at != line.npos; at = line.find_first_not_of(blanks, at)) {
    const auto end = std::min(line.find_first_of(blanks, at), line.size());
    words.push_back(line.substr(at, end - at));
    at = end;
  }
  return words;
}

bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= longest_name && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-';
  });
}

std::optional<sha256_digest> parse_digest(std::string_view text) {
  sha256_digest out{};
  if (text.size() != 2 * out.size()) return std::nullopt;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const int high = hex_digit(text[2 * i]), low = hex_digit(text[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    out[i] = static_cast<unsigned char>(high * 16 + low);
  }
  return out;
}

// What is wrong is told without the line's own words: somebody may have put the token itself there.
result<token> parse_line(std::string_view line) {
  const auto words = words_of(line);
  if (words.size() != 3) {
    return error{"a line is NAME read|write sha256:HEX, and this one has " + std::to_string(words.size()) +
                 (words.size() == 1 ? " word" : " words")};
  }
  token out;
  if (!is_name(words[0])) return error{"a name is 1 to 64 letters, digits, '.', '_' and '-'"};
  out.name = words[0];
  if (words[1] != "read" && words[1] != "write") return error{"after the name stands read or write"};
  out.may = words[1] == "read" ? permission::read : permission::write;
  const auto digest =
      words[2].starts_with(hash_prefix) ? parse_digest(words[2].substr(hash_prefix.size())) : std::nullopt;
  if (!digest) {
    return error{
        "the third word is sha256: and 64 digits of hexadecimal, the token's hash and never the token: "
        "canaryctl token NAME read|write prints such a line"};
  }
  out.digest = *digest;
  return out;
}

}  // namespace

std::string_view to_string(permission p) {
  return p == permission::write ? "write" : p == permission::read ? "read" : "nothing";
}

sha256_digest sha256(std::string_view text) {
  sha256_digest out{};
  SHA256(reinterpret_cast<const unsigned char*>(text.data()), text.size(), out.data());
  return out;
}

std::string to_hex(const sha256_digest& digest) {
  constexpr char digits[] = "0123456789abcdef";
  std::string out;
  for (const unsigned char byte : digest) {
    out += digits[byte >> 4];
    out += digits[byte & 15];
  }
  return out;
}

std::string to_line(const token& t) {
  return t.name + ' ' + std::string(to_string(t.may)) + ' ' + std::string(hash_prefix) + to_hex(t.digest);
}

result<std::vector<token>> parse_tokens(std::string_view text, std::string_view shown) {
  std::vector<token> tokens;
  std::size_t number = 0;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    const auto line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    const auto begin = line.find_first_not_of(blanks);
    if (begin == line.npos || line[begin] == '#') continue;
    const auto wrong = [&](const std::string& why) {
      return error{std::string(shown) + ':' + std::to_string(number) + ": " + why};
    };
    auto parsed = parse_line(line);
    if (!parsed) return wrong(parsed.error().message);
    for (const auto& other : tokens) {
      if (other.name == parsed->name) return wrong("there is another token named '" + other.name + "'");
      if (other.digest == parsed->digest) return wrong("this is the token of '" + other.name + "' once more");
    }
    if (tokens.size() == most_tokens) return wrong("there are more than 1000 tokens");
    tokens.push_back(std::move(*parsed));
  }
  if (tokens.empty()) {
    return error{std::string(shown) + " holds no token: canaryctl token NAME read|write prints a line for it"};
  }
  return tokens;
}

result<read_tokens> read_token_file(const std::filesystem::path& file) {
  const auto text = read_small_file(file, largest_file);
  if (!text) return text.error();
  auto tokens = parse_tokens(*text, file.string());
  if (!tokens) return tokens.error();
  std::error_code unknown;
  const auto status = std::filesystem::status(file, unknown);
  const bool open_to_others = (status.permissions() & std::filesystem::perms::others_read) != std::filesystem::perms{};
  return read_tokens{std::move(*tokens), open_to_others};
}

std::string random_hex() {
  sha256_digest bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
    throw std::runtime_error("the system gives no random bytes");
  }
  return to_hex(bytes);
}

std::string random_token() { return "canary_" + random_hex(); }

}  // namespace canary::api
