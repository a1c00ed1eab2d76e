#pragma once
// What `canaryctl db` tells at its end, for people and for programs. Pure.

#include "canary/store/maintenance.hpp"

#include <boost/json/object.hpp>

#include <string>

namespace canary::command {

std::string statistics_text(const store::file_statistics& of);
boost::json::object statistics_json(const store::file_statistics& of);

/// 'runs 0195…: its record cannot be read; a backup may have it…'. Control characters are shown as '?'.
std::string discrepancy_text(const store::discrepancy& of);
boost::json::object discrepancy_json(const store::discrepancy& of);

}  // namespace canary::command
