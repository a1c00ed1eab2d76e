#pragma once
// Two texts, compared line by line. Pure.

#include <string>
#include <string_view>
#include <vector>

namespace canary::command {

struct diff_line {
  enum class origin : unsigned char { both, expected, actual } from;
  std::string_view text;  ///< of one of the two, without its line end
  bool operator==(const diff_line&) const = default;
};

/// The shortest way from one to the other, what is expected before what is there. Texts whose lines are too many to be
/// compared each with each are told apart by their common beginning and end.
std::vector<diff_line> compare_lines(std::string_view expected, std::string_view actual);

}  // namespace canary::command
