#pragma once
// The programs of test/scripts/conformance/, and what they print.

#include "canary/run/execution.hpp"

#include <boost/json/value.hpp>

#include <string>
#include <vector>

namespace canary::testing {

struct conformance_program {
  std::string name;      ///< 'object/create.js'
  std::string source;    ///< with the functions that all of them use
  std::string expected;  ///< what it prints, where Node cannot tell; '' where Node can
};

/// All of them, by name.
std::vector<conformance_program> conformance_programs();

/// Puts it beside the program.
void write_expected(const conformance_program& program, const std::string& text);

/// A line for each line of the log: level, message, fields. Without `own_words`, not those of `note`.
std::vector<std::string> printed(const run::run_result& result, bool own_words);

/// How the run ended, with everything that is known of its error.
std::string ending_of(const run::run_result& result);

/// The name of the error that it ended with, 'not an error' where something else was thrown, '' where it passed.
std::string error_name(const run::run_result& result);

/// What Node prints for the programs of these areas: by name, `lines` and `ended`. Throws where Node does not answer.
boost::json::value node_prints(const std::vector<std::string>& areas);

/// conformance/differences.json: where the engine differs from Node by design, and why.
boost::json::value listed_differences();

/// The first line in which they differ, shown as both have it; '' where they do not.
std::string first_difference(const std::vector<std::string>& wanted, const std::vector<std::string>& got);

}  // namespace canary::testing
