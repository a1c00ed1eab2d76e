#pragma once
// What the system calls an error.

#include <string>
#include <system_error>

namespace canary {

/// The text of an `errno` value: 'No space left on device'.
inline std::string system_text(int code) { return std::generic_category().message(code); }

}  // namespace canary
