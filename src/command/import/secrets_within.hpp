#pragma once
// Secrets by their names within a text that is read as no format: a query that is broken, SOAP, JSON line by line.

#include <string>
#include <string_view>
#include <vector>

namespace canary::command {

/// Both as they stand in the text, with its escapes.
struct named_value {
  std::string_view name, value;
};

/// Of 'password=x', '"password": "x"', '\"password\":\"x\"', '<ns:Password type="t">x</ns:Password>' and
/// 'https://ann:x@host' the x, in their order, where the name is a secret's. None is shorter than `shortest_secret`.
/// Takes time by the text's length.
std::vector<named_value> secrets_within(std::string_view text);

}  // namespace canary::command
