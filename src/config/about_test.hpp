#pragma once
// Keys of a definition that are for people, and to find a test by: labels, description, owner, runbook. Pure.

#include "canary/config/test_definition.hpp"

#include <boost/json/value.hpp>

#include <string>
#include <string_view>

namespace canary::config {

/// What `v` is, for a message: "a number", "'text'".
std::string kind_name(const boost::json::value& v);

/// A JavaScript object of texts. What it names goes over what `into` has, so that a test adds to the labels of the
/// defaults; an empty value takes a label away.
boost::system::result<void, definition_problem> read_labels(label_map& into, const boost::json::value& v);

/// `key` is description, owner or runbook.
boost::system::result<std::string, definition_problem> read_about(std::string_view key, const boost::json::value& v);

}  // namespace canary::config
