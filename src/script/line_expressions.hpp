#pragma once
// The expressions in a line of JavaScript or TypeScript, read without the lines around it. Pure.

#include <cstddef>
#include <string_view>
#include <vector>

namespace canary::script {

/// A name in an expression: 'equal' in expect(x).to.equal(200).
struct named_part {
  std::string_view text;
  std::size_t end = 0;       ///< byte behind it, or behind what it is written in (['x'])
  bool is_property = false;  ///< of what stands before it
  bool is_called = false;
};

/// A name, literal or bracket with all the members, calls and indices behind it: expect(x).to.equal(200). What stands
/// in its brackets is an expression of its own.
struct line_expression {
  std::size_t begin = 0, end = 0;  ///< bytes, from 0; the line's end where it goes on in the next
  std::vector<named_part> parts;
  bool is_new = false;     ///< stands behind `new`
  bool is_thrown = false;  ///< stands behind `throw`, whose place `begin` is then
};

/// In the order in which they begin. Of a line that begins within a text or a comment, what is found may be wrong.
std::vector<line_expression> expressions_in(std::string_view line);

}  // namespace canary::script
