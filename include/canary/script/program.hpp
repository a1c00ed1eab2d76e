#pragma once
// A script, compiled once and run often.

#include "canary/core/failure.hpp"
#include "canary/core/run_record.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace canary::script {

/// Which of the scripts that come with canaryd (Underscore, console's formatting) a VM has executed already, a bit
/// each.
using preload_set = std::uint32_t;

/// A place in an author's text, from 1; 0 for none.
struct source_point {
  int line = 0, column = 0;
};

/// A modern script in the language that the engine has.
struct transpiled {
  std::string code;                   ///< an expression: a function of what a module has, and of the helpers
  std::string mappings;               ///< a source map's
  std::vector<source_point> origins;  ///< of each of its lines, by those
};

/// Where a name that a script requires by a literal leads.
struct required_name {
  std::string path;     ///< the `path` of a module, or of the script itself
  std::string problem;  ///< why nowhere; '' where it leads somewhere
};

/// A name that a text requires, and where in it that stands.
struct required_literal {
  std::string name;
  source_point at;
  bool imported = false;  ///< by `import` or `export … from`, which packages may have another file for
};

/// How files end that can be required, in the order in which they are tried after a name without an ending.
inline constexpr std::string_view module_kinds[] = {".js", ".json", ".ts", ".mjs", ".mts", ".cjs"};

/// Bytecode comes from our own compiler alone: Duktape does not verify what it loads. A script, or a module of one.
struct program {
  std::string file;    ///< as stack traces name it
  std::string source;  ///< the author's, UTF-8, for excerpts
  std::string bytecode;
  preload_set mentions = 0;           ///< what its text mentions, and it is likely to use
  std::vector<source_point> origins;  ///< of the lines that are executed, where it was transpiled; else none

  bool asks_for_modules = false;  ///< it says `require`, `module`, `exports`, `__filename` or `__dirname`
  bool modern = false;            ///< it, or one of its modules, was transpiled: executed with the newer library
  bool is_json = false;           ///< a module whose value is its source
  std::string path;               ///< relative to the work directory, in one spelling; '' for a text that is no file
  std::string folder = ".";       ///< where what it requires is looked for, likewise
  std::vector<required_literal> literals;  ///< those that it requires, in order; places are the author's
  std::map<std::string, required_name, std::less<>> names;  ///< where they lead; none built in
  /// Of a script: all that it and they may require, by `path`, in order. Several scripts may share them.
  std::vector<std::shared_ptr<const program>> modules;

  bool is_transpiled() const noexcept { return !origins.empty(); }
};

/// How a script ended. It passed where `cause.kind` is none.
struct verdict {
  failure cause;
  std::optional<script_error> error;  ///< where in the script, if that is known
  std::vector<script_error> more;     ///< what else keeps a script from being compiled, in order
};

/// The lines of `source` around `line` (from 1), each numbered, `line` itself marked, and a caret under `column`
/// (bytes, from 1; 0 for none), '^~~~' where `width` bytes from there are meant. '' where there is no such line.
std::string excerpt(std::string_view source, int line, int column, int around = 2, std::size_t width = 1);

}  // namespace canary::script
