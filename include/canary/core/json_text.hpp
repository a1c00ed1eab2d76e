#pragma once
// JSON as people read it: 12.5 and not 1.25E1; and always valid UTF-8, whatever a script has logged.

#include <boost/json/value.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace canary {

/// A string with its quotes. What is not UTF-8 becomes U+FFFD, and surrogates in pairs the character that they mean.
void append_json_string(std::string& out, std::string_view text);

/// The shortest digits that read back as `number`; null where it is not finite.
void append_json_number(std::string& out, double number);

void append_json(std::string& out, const boost::json::value& value);

/// Asks `next` before each value within `value` where to append, so that a long text can be written in pieces.
void append_json(const std::function<std::string&()>& next, const boost::json::value& value);

std::string json_text(const boost::json::value& value);

}  // namespace canary
