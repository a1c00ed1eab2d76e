#pragma once
// A program as somebody wants it run, and how it ended.

#include "canary/core/time.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace canary::process {

/// Where programs are looked for whose environment says nothing else.
inline constexpr const char* default_search_path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/// No text in here holds a NUL.
struct program_order {
  std::string label = {};                     ///< what messages call it: "exec.run 'ls'"
  std::vector<std::string> words = {};        ///< the program, then its arguments; at least one
  std::vector<std::string> environment = {};  ///< 'NAME=value', all that it gets
  /// Folders with ':' between, for a program whose name has no '/'; another name is a path from `folder`.
  std::string search_path = default_search_path;
  std::string folder = {};  ///< where it starts, from the runner's work_dir; '' is that
  std::string input = {};   ///< bytes for its stdin; where there are none, that is /dev/null
  /// Of the program. The run's deadline bounds it anyway.
  std::optional<nanoseconds> timeout = {};
  std::size_t max_output = 10u << 20;  ///< bytes of stdout, and of stderr; past it the call fails with class limit
};

struct program_end {
  std::optional<int> code = {};  ///< its exit code; none where a signal ended it
  std::string signal = {};       ///< 'SIGSEGV'; '' where it ended by itself
  std::string out = {};          ///< bytes
  std::string err = {};
  nanoseconds duration{};
};

}  // namespace canary::process
