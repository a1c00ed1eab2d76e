#pragma once
// What a daemon tells of itself, of its runs and of what happens, as a person reads it. Pure.

#include "canary/command/look.hpp"
#include "canary/run/execution.hpp"

#include <boost/json/object.hpp>

#include <string>
#include <string_view>

namespace canary::command {

/// Of GET /api/v1/status.
std::string status_text(const boost::json::object& status, const look& as);

/// A line of a list: when, how it ended, how long it took, its test, its id, and where it did not pass why.
std::string run_line(const run_record& run, const look& as);

/// A run alone: a line of where it comes from, and the report of `canaryctl run`.
std::string run_text(const run::run_result& run, const look& as);

/// A line for an event of /api/v1/events; '' for those that a person need not see.
std::string event_line(std::string_view name, const boost::json::object& data, const look& as);

}  // namespace canary::command
