#pragma once
// Percent-encoding of URLs (RFC 3986, 2.1).

#include <optional>
#include <string>
#include <string_view>

namespace canary::api {

/// What '+' stands for.
enum class plus : unsigned char {
  itself,  ///< in a path
  space,   ///< in a query, as forms and URLSearchParams write it
};

/// Empty where an escape is broken, or what comes out is not UTF-8 or holds a NUL.
std::optional<std::string> percent_decode(std::string_view text, plus meaning = plus::itself);

/// For one segment of a path, or one value of a query.
std::string percent_encode(std::string_view text);

}  // namespace canary::api
