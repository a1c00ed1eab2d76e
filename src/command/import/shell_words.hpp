#pragma once
// Command lines as a POSIX shell reads them, and bash's $'…'. Pure; nothing is expanded or executed.

#include "canary/core/result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace canary::command {

/// The words of each command of `text`; commands end with a newline, ';', '&' or '&&'. The error says with line and
/// column what is not understood: a quote without an end, or what only a shell could know (variables, substitutions,
/// pipes, redirections).
result<std::vector<std::vector<std::string>>> split_shell_commands(std::string_view text);

}  // namespace canary::command
