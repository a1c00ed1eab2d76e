#pragma once
// An order on its way to the process that starts the program.

#include "canary/process/program.hpp"
#include "process/descriptor.hpp"

#include <string>
#include <vector>

namespace canary::process {

/// What starting a program takes, and no more.
struct start_order {
  std::string folder;  ///< absolute
  std::string search_path;
  std::vector<std::string> words;
  std::vector<std::string> environment;
};

/// A file in memory that holds the order; none, with errno set, where there is no room for one.
descriptor write_order(const start_order& order);

/// The inverse, at the other side. Throws std::runtime_error where the file cannot be read.
start_order read_order(int file);

}  // namespace canary::process
