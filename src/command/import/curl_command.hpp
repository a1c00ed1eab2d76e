#pragma once
// `curl …`, as browsers copy it and people write it, as requests. Pure; no file is read.

#include "canary/core/result.hpp"
#include "command/import/recording.hpp"

#include <string_view>

namespace canary::command {

/// One command or several, with newlines, ';' or '&' between; each is a step. The error names what is not understood;
/// what can be left out of a canary is a note of its request.
result<recording> read_curl_commands(std::string_view text);

}  // namespace canary::command
