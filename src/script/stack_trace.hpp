#pragma once
// The engine's stack text, made fit for authors.

#include "canary/script/program.hpp"

#include <string>
#include <string_view>

namespace canary::script {

struct stack_trace {
  std::string text;             ///< without the engine's own frames and remarks
  int line = 0;                 ///< of the innermost frame in a file of the author's, from 1; 0 where there is none
  int column = 0;               ///< of the statement there, from 1; 0 where it is not known
  const program* of = nullptr;  ///< that file: the script itself, or a module of it; null where there is no line
};

/// `text` is an Error's `stack`: its first line, then one frame a line ('    at login (scripts/login.js:12) strict').
/// Frames of what was transpiled are given the author's own lines, and one of a line that is not the author's is left
/// out. `main` is the script, with its modules; it outlives the result.
stack_trace read_stack_trace(std::string_view text, const program& main);

/// The column of the first character of `line` that is no white space, from 1; 0 where there is no such line.
int first_column(std::string_view source, int line);

}  // namespace canary::script
