#pragma once
// The engine's stack text, made fit for authors.

#include "canary/script/program.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace canary::script {

/// What the innermost line of the author's was executing: a function that is not the author's, or nothing such.
struct called_function {
  enum class kind : unsigned char { none, engine, native, assertion, other };
  kind of = kind::none;
  std::string name;  ///< of a native one; '' where it has none
};

struct stack_trace {
  std::string text;             ///< without the engine's own frames and remarks
  int line = 0;                 ///< of the innermost frame in a file of the author's, from 1; 0 where there is none
  int column = 0;               ///< of the statement there, from 1; 0 where it is not known
  const program* of = nullptr;  ///< that file: the script itself, or a module of it; null where there is no line
  called_function called;       ///< there
};

/// `text` is an Error's `stack`: its first line, then one frame a line ('    at login (scripts/login.js:12) strict').
/// Frames of what was transpiled are given the author's own lines, and one of a line that is not the author's is left
/// out. `main` is the script, with its modules; it outlives the result.
stack_trace read_stack_trace(std::string_view text, const program& main);

/// A line of a text, from 1, without its end. None where there is no such line.
std::optional<std::string_view> line_of(std::string_view source, int line);

/// The column of the first character of `line` that is no white space, from 1; 0 where there is no such line.
int first_column(std::string_view source, int line);

}  // namespace canary::script
