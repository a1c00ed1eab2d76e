#pragma once
// What is wrong with a text, and where, as its author is told.

#include "canary/config/loader.hpp"
#include "canary/script/program.hpp"
#include "config/source_place.hpp"

#include <string>

namespace canary::config {

configuration_problem problem_at(const std::string& file, const std::string& source, place at, std::string message);

/// All that keeps `file` from being compiled.
std::vector<configuration_problem> problems_of(const script::verdict& v, const std::string& file,
                                               const std::string& source);

/// Of what could not be compiled, or failed: in `file`, or in one of `modules`, where its place says so.
configuration_problem problem_of(const script::verdict& v, const std::string& file, const std::string& source,
                                 const std::vector<std::shared_ptr<const script::program>>& modules = {});

}  // namespace canary::config
