#pragma once
// The engine's stack text, made fit for authors.

#include "canary/script/program.hpp"

#include <span>
#include <string>
#include <string_view>

namespace canary::script {

struct stack_trace {
  std::string text;  ///< without the engine's own frames and remarks
  int line = 0;      ///< of the innermost frame in the author's file, from 1; 0 where there is none
  int column = 0;    ///< of the statement there, from 1; 0 where it is not known
};

/// `text` is an Error's `stack`: its first line, then one frame a line ('    at login (scripts/login.js:12) strict').
/// Where the script was transpiled, `origins` has for each line of what was executed the author's own: frames are given
/// those, and a frame of a line that is not the author's is left out.
stack_trace read_stack_trace(std::string_view text, std::string_view file, std::span<const source_point> origins = {});

/// The column of the first character of `line` that is no white space, from 1; 0 where there is no such line.
int first_column(std::string_view source, int line);

}  // namespace canary::script
