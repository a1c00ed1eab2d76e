#include "command/import/curl_globs.hpp"

#include "canary/core/printable.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace canary::command {
namespace {

using texts = std::vector<std::string>;

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::optional<std::size_t> number(std::string_view text) {
  std::size_t value = 0;
  const auto [end, wrong] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (wrong != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

// As an array's name ends in a query, or an address of IPv6.
bool means_itself(std::string_view inside) {
  return inside.empty() ||
         (std::count(inside.begin(), inside.end(), ':') >= 2 &&
          inside.substr(0, inside.find('%')).find_first_not_of("0123456789abcdefABCDEF:.") == inside.npos);
}

texts in_braces(std::string_view inside) {
  texts all;
  for (std::size_t at = 0; at != inside.npos;) {
    const std::size_t comma = inside.find(',', at);
    all.emplace_back(inside.substr(at, comma - at));
    at = comma == inside.npos ? comma : comma + 1;
  }
  return all;
}

// '1-10', '001-100:10' and 'a-z'; none where it is no such range.
std::optional<texts> in_brackets(std::string_view inside, std::size_t most) {
  std::size_t step = 1;
  if (const auto colon = inside.find(':'); colon != inside.npos) {
    const auto given = number(inside.substr(colon + 1));
    if (!given || *given == 0) return std::nullopt;
    step = *given;
    inside = inside.substr(0, colon);
  }
  const auto dash = inside.find('-');
  if (dash == inside.npos) return std::nullopt;
  const std::string_view first = inside.substr(0, dash), last = inside.substr(dash + 1);
  texts all;
  if (first.size() == 1 && last.size() == 1 && is_letter(first[0]) && is_letter(last[0])) {
    if (first[0] > last[0] || last[0] - first[0] > 'z' - 'a') return std::nullopt;
    for (std::size_t c = static_cast<unsigned char>(first[0]); c <= static_cast<unsigned char>(last[0]); c += step) {
      all.emplace_back(1, static_cast<char>(c));
      if (step > 'z') break;
    }
    return all;
  }
  const auto from = number(first), to = number(last);
  if (!from || !to || *from > *to) return std::nullopt;
  const std::size_t digits = first.front() == '0' ? first.size() : 1;
  for (std::size_t i = 0; i <= (*to - *from) / step && all.size() <= most; ++i) {
    std::string text = std::to_string(*from + i * step);
    if (text.size() < digits) text.insert(0, digits - text.size(), '0');
    all.push_back(std::move(text));
  }
  return all;
}

}  // namespace

result<std::vector<std::string>> expand_curl_globs(std::string_view pattern, std::size_t most) {
  texts made{""};
  const auto wrong = [&](std::size_t at, const std::string& what) {
    return error{"the URL '" + printable(pattern, 80) + "' has " + what + " at its character " +
                 std::to_string(at + 1) +
                 ", and curl expands '{a,b}' and '[1-3]': where the characters are meant themselves, add -g"};
  };
  const auto add = [&](std::string_view text) {
    for (auto& each : made) each += text;
  };
  for (std::size_t at = 0; at < pattern.size();) {
    const char c = pattern[at];
    if (c == '\\' && at + 1 < pattern.size() &&
        std::string_view("{}[]").find(pattern[at + 1]) != std::string_view::npos) {
      add(pattern.substr(at + 1, 1));
      at += 2;
      continue;
    }
    if (c == '}' || c == ']') return wrong(at, std::string("a '") + c + "' that nothing opens");
    if (c != '{' && c != '[') {
      const std::size_t end = std::min(pattern.find_first_of("{}[]\\", at + 1), pattern.size());
      add(pattern.substr(at, end - at));
      at = end;
      continue;
    }
    const std::size_t end = pattern.find(c == '{' ? '}' : ']', at);
    if (end == pattern.npos) return wrong(at, std::string("a '") + c + "' that nothing closes");
    const std::string_view inside = pattern.substr(at + 1, end - at - 1);
    if (c == '[' && means_itself(inside)) {
      add(pattern.substr(at, end + 1 - at));
      at = end + 1;
      continue;
    }
    if (c == '{' && (inside.empty() || inside.find_first_of("{[]") != inside.npos)) {
      return wrong(at, inside.empty() ? "an empty '{}'" : "brackets within '{'");
    }
    const auto parts = c == '{' ? std::optional(in_braces(inside)) : in_brackets(inside, most);
    if (!parts) return wrong(at, "'[" + printable(inside, 40) + "]', which is no range,");
    constexpr std::size_t most_bytes = 16u << 20;
    if (made.size() * parts->size() > std::min(most, most_bytes / pattern.size())) {
      return error{"the URL '" + printable(pattern, 80) + "' is more than " + std::to_string(most) +
                   " URLs, and a canary has no more requests"};
    }
    texts longer;
    for (const auto& before : made) {
      for (const auto& part : *parts) longer.push_back(before + part);
    }
    made = std::move(longer);
    at = end + 1;
  }
  return made;
}

}  // namespace canary::command
