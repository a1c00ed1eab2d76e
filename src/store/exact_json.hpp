#pragma once
// JSON that brings back exactly what was written: bytes that are no UTF-8, 1.0 that is no integer, NaN.
//
// Where JSON has no way to say it, an object of one member, whose name begins with '$', stands for it:
//   {"$hex": "ff00"}                 a text that is not UTF-8, its bytes
//   {"$real": "7ff8000000000000"}    a number that is not finite, its bits
//   {"$natural": 5}                  an unsigned number that a signed one could hold, too
//   {"$members": [[name, value]…]}   an object that would look like one of these, or has a name that is not UTF-8

#include "canary/core/result.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace canary::store {

void append_exact_text(std::string& out, std::string_view text);

/// Of log fields. All of their kinds of numbers come back as they were.
void append_exact_object(std::string& out, const boost::json::object& object);

/// One JSON text, numbers with a fraction or an exponent read to the last bit. The error tells the column, from 1.
result<boost::json::value> parse_exact(std::string_view text);

/// The inverses, of what `parse_exact` gave. Empty where `written` is nothing that the functions above write; also
/// where it is nested deeper than stored records can be.
std::optional<std::string> exact_text(const boost::json::value& written);
std::optional<boost::json::object> exact_object(const boost::json::value& written);

}  // namespace canary::store
