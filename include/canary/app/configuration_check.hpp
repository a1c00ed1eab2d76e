#pragma once
// Looking at a configuration without running any of it.

#include "canary/config/loader.hpp"
#include "canary/config/options.hpp"

#include <functional>
#include <vector>

namespace canary::app {

/// What is wrong with a configuration, and with the address to listen on: all of it.
struct configuration_check {
  std::vector<config::configuration_problem> problems;
  std::size_t tests = 0;  ///< that it registers; 0 where anything is wrong
};
configuration_check examine_configuration(const config::options& options,
                                          const std::function<const char*(const char*)>& get);

}  // namespace canary::app
