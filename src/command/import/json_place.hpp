#pragma once
// Where a value stands in a text of JSON: parsers forget it.

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace canary::command {

/// The way from a document to one of its values: names of members and indices of elements.
using json_path = std::vector<std::variant<std::string, std::size_t>>;

/// 'log.entries[3].request.url'; a name that is none of JavaScript's stands in brackets and quotes.
std::string path_text(const json_path& path);

/// The offset of the value that `path` leads to in `text`, which is valid JSON; that of the nearest value on the way
/// where the path leads no further. Of members with the same name the last one counts, as parsers have it.
std::size_t find_value(std::string_view text, const json_path& path);

}  // namespace canary::command
