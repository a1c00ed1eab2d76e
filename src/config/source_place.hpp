#pragma once
// Where in a configuration script something is wrong.

#include <string>
#include <string_view>

namespace canary::config {

struct place {
  int line = 0;    ///< from 1; 0 where unknown
  int column = 0;  ///< from 1; 0 where unknown
};

/// `line` is where the engine says that register_test was called, which for a call of many lines is one of them. Finds
/// `word`, whole, in the lines nearest to it; without it, the line's first character.
place find_near(std::string_view source, int line, std::string_view word);

/// 'config.js:12:3: message', and the excerpt.
std::string describe(std::string_view file, std::string_view source, place at, std::string_view message);

}  // namespace canary::config
