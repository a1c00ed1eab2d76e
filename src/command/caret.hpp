#pragma once
// Where in a line of source a run failed. Pure.

#include <string>
#include <string_view>

namespace canary::command {

/// `excerpt` as a script_error has it. Where no caret stands under its marked line, the engine not telling columns, a
/// line with '^~~~' is put there: under the expression that `message` names in quotes ('length' of cart.items.length),
/// else under the statement.
std::string with_caret(std::string_view excerpt, std::string_view message);

}  // namespace canary::command
