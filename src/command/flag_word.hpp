#pragma once
// A word of a command line that is a flag: '--name', '-name', '--name=value'.

#include "canary/core/result.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace canary::command {

/// Whether it is one: '-' alone is none, but standard input or output.
bool is_flag(std::string_view word);

struct flag_word {
  std::string given;                 ///< as it stands there
  std::string name;                  ///< without dashes and value
  std::optional<std::string> value;  ///< what follows '='
};

/// `given` is a flag.
flag_word split_flag(std::string_view given);

/// The value that belongs to the flag at `args[at]`: its own, or the next word, to which `at` goes on then. '' where it
/// takes none. The error says what is missing, or too much.
result<std::string> take_value(const flag_word& flag, bool takes_value, std::span<const char* const> args,
                               std::size_t& at);

/// That there is no flag of this name, and which of those there are is like it.
error unknown_flag(const flag_word& flag, std::span<const std::string_view> there_are);

}  // namespace canary::command
