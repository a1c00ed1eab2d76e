#pragma once
// A script of test/scripts/, and what its head says must come of it (test/scripts/README.md).

#include "canary/run/execution.hpp"

#include <optional>
#include <string>
#include <vector>

namespace canary::testing {

struct expected_line {
  std::string message;
  std::string level = "info";
  std::string fields;  ///< JSON; '' where any will do
};

struct script_case {
  std::string name;  ///< 'hostile/loop-while.js'
  std::string source;
  bool may_pass = false, may_fail = false;
  std::vector<std::string> classes;
  std::string cause;
  nanoseconds timeout = std::chrono::seconds{5};
  std::uint64_t memory = 64u << 20;
  int runs = 1;
  std::vector<expected_line> lines;
  std::vector<std::string> texts, forbidden, stack_texts;
  int at = 0;
};

/// The text of a file of test/scripts/. Throws where there is none.
std::string read_script(const std::string& path);

/// The cases of a folder of test/scripts/, by name. Throws where a head cannot be read.
std::vector<script_case> read_cases(const std::string& folder);

/// What is not as expected, a sentence each; empty where all is well.
std::vector<std::string> differences(const script_case& expected, const run::run_result& got);

}  // namespace canary::testing
