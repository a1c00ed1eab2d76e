#pragma once
// For 'did you mean': the known name that a wrong one was probably meant to be.

#include <optional>
#include <span>
#include <string_view>

namespace canary {

/// The nearest of `known` by edits of one character (insert, delete, replace, swap neighbours), ignoring case. Empty
/// where even that one differs in more than a third of its letters. The first wins among equals.
std::optional<std::string_view> nearest_name(std::string_view wrong, std::span<const std::string_view> known);

}  // namespace canary
