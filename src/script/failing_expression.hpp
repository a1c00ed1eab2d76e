#pragma once
// Which expression of a line failed. The engine tells lines, and what it was doing; where that stands once in the line,
// it is that. Pure.

#include "script/failure_clue.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace canary::script {

/// Bytes of a line, from 0.
struct text_span {
  std::size_t begin = 0, end = 0;
};

/// The expression of `line` that the clue speaks of, none of whose bytes are before `from`. None where several or no
/// expressions could be meant, and of lines that are longer than any that is shown. Texts and comments are not looked
/// into, but for what a template literal embeds.
std::optional<text_span> failing_expression(std::string_view line, const failure_clue& clue, std::size_t from = 0);

}  // namespace canary::script
