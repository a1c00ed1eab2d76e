#pragma once
// Looking at a configuration without running any of it.

#include "canary/config/loader.hpp"
#include "canary/config/options.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace canary::app {

/// What is wrong with a configuration, and with the address to listen on: all of it.
struct configuration_check {
  std::vector<config::configuration_problem> problems;
  std::size_t tests = 0;  ///< that it registers; 0 where anything is wrong
};
configuration_check examine_configuration(const config::options& options,
                                          const std::function<const char*(const char*)>& get);

/// The same of scripts that no configuration registers. `memory_limit` is theirs, in bytes.
configuration_check examine_scripts(const config::options& options, const std::function<const char*(const char*)>& get,
                                    const std::vector<std::filesystem::path>& scripts, std::uint64_t memory_limit);

/// The exit code of a check, of which people are told: problems on standard error, that all is well on standard output.
int tell_of_check(const configuration_check& found, const std::string& all_well);

}  // namespace canary::app
