#pragma once
// JSON as people read it with curl: 12.5 and not 1.25E1; and always valid UTF-8, whatever a script has logged.

#include "canary/api/body.hpp"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace canary::api {

/// A string with its quotes. What is not UTF-8 becomes U+FFFD, and surrogates in pairs the character that they mean.
void append_json_string(std::string& out, std::string_view text);

/// The shortest digits that read back as `number`; null where it is not finite.
void append_json_number(std::string& out, double number);

/// For values of some KB.
void append_json(std::string& out, const boost::json::value& value);

/// For values of any size.
void append_json(body& out, const boost::json::value& value, const pause_point& between);

}  // namespace canary::api
