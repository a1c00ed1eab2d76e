#pragma once
// Where in a line of source a run failed. Pure.

#include <string>
#include <string_view>

namespace canary::command {

/// `excerpt` as a script_error has it. Where no caret stands under its marked line, which of its expressions failed not
/// being known, a line with '^~~~' is put there, under the statement.
std::string with_caret(std::string_view excerpt);

}  // namespace canary::command
