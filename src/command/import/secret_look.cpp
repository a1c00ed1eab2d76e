#include "command/import/secret_look.hpp"

#include "canary/core/ascii.hpp"

#include <algorithm>

namespace canary::command {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_lower(c) || is_upper(c); }

bool has(std::string_view text, bool (*is)(char)) { return std::any_of(text.begin(), text.end(), is); }

// Letters and digits alone, in lower case.
std::string squeezed(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (is_letter(c) || is_digit(c)) out += ascii_lower(c);
  }
  return out;
}

}  // namespace

bool is_secret_name(std::string_view name) {
  static constexpr std::string_view within[] = {"password",        "passwd",    "passphrase", "passcode",  "pwd",
                                                "secret",          "token",     "apikey",     "accesskey", "privatekey",
                                                "credential",      "sessionid", "csrf",       "xsrf",      "signature",
                                                "subscriptionkey", "jwt",       "authkey",    "pincode"};
  static constexpr std::string_view whole[] = {"auth",      "authorization", "xauth",   "otp",      "pin", "pass",
                                               "sid",       "sig",           "key",     "xkey",     "mfa", "totp",
                                               "assertion", "samlresponse",  "session", "xsession", "cvv", "cvc"};
  // What is told about a secret is none.
  static constexpr std::string_view endings[] = {"type",  "limit",  "count",  "url",    "uri",       "endpoint",
                                                 "field", "policy", "length", "tokens", "expiresin", "expiry"};
  const std::string plain = squeezed(name);
  if (std::find(std::begin(whole), std::end(whole), plain) != std::end(whole)) return true;
  if (std::any_of(std::begin(endings), std::end(endings), [&](std::string_view each) { return plain.ends_with(each); }))
    return false;
  return std::any_of(std::begin(within), std::end(within),
                     [&](std::string_view each) { return plain.find(each) != plain.npos; });
}

bool is_forgery_token(std::string_view name) {
  const std::string plain = squeezed(name);
  return plain.find("csrf") != plain.npos || plain.find("xsrf") != plain.npos || plain == "authenticitytoken" ||
         plain == "requestverificationtoken";
}

bool is_secret_value(std::string_view value) {
  static constexpr std::string_view beginnings[] = {"sk_live_", "sk_test_", "rk_live_",    "sk-",   "ghp_",
                                                    "gho_",     "ghs_",     "github_pat_", "xoxb-", "xoxp-",
                                                    "glpat-",   "AKIA",     "ASIA",        "AIza",  "ya29."};
  if (value.find("PRIVATE KEY-----") != value.npos) return true;
  if (value.size() < 16 || value.find_first_of(" \t\r\n") != value.npos) return false;
  if (value.starts_with("eyJ") && std::count(value.begin(), value.end(), '.') >= 2) return true;
  return std::any_of(std::begin(beginnings), std::end(beginnings),
                     [&](std::string_view each) { return value.starts_with(each); }) &&
         has(value, is_digit);
}

bool is_random_piece(std::string_view piece) {
  if (is_secret_value(piece)) return true;
  const bool of_a_token = std::all_of(piece.begin(), piece.end(),
                                      [](char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; });
  if (!of_a_token || piece.size() < 24 || !has(piece, is_digit) || !has(piece, is_letter)) return false;
  if (std::count(piece.begin(), piece.end(), '-') > 1) return false;  // a UUID, or words
  const bool hex = std::all_of(piece.begin(), piece.end(),
                               [](char c) { return is_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f'); });
  return (hex && piece.size() >= 32) || (has(piece, is_lower) && has(piece, is_upper));
}

bool is_telling(std::string_view value) {
  if (value.size() < 8 || value.size() > 8192 || value.find_first_of(" \t\r\n") != value.npos) return false;
  const bool mixed = has(value, is_digit) && has(value, is_letter);
  // A date is not: '2026-05-01T12:00:00Z'.
  const bool date = value.size() >= 10 && value[4] == '-' && value[7] == '-' &&
                    std::all_of(value.begin(), value.begin() + 4, is_digit) &&
                    std::all_of(value.begin() + 5, value.begin() + 7, is_digit);
  const bool address = value.find("://") != value.npos;
  return !date && !address && (mixed || value.size() >= 20);
}

std::string dashed(std::string_view name) {
  std::string out;
  char before = '-';
  for (const char c : name) {
    if (is_upper(c) && is_lower(before)) out += '-';
    if (is_letter(c) || is_digit(c)) {
      out += ascii_lower(c);
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
    before = c;
    if (out.size() >= 40) break;
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

}  // namespace canary::command
