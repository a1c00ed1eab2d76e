#pragma once
// Small pictures of a test's state, for other people's pages: SVG, in the shape that is known from shields.io.

#include "canary/schedule/test_view.hpp"
#include "canary/store/rollup.hpp"

#include <string>
#include <string_view>

namespace canary::api {

struct badge {
  std::string label;   ///< on the left
  std::string value;   ///< on the right
  std::string title;   ///< read aloud, and shown under the pointer
  std::string colour;  ///< behind the value, '#1a7f37': white stands on it
};

/// 'login | up'
badge state_badge(const schedule::test_view& view);

/// 'login | 98.3 %': the share of runs that passed, of those that began within `window` ('24h'). Interrupted ones count
/// for nothing.
badge uptime_badge(std::string_view test, const store::rollup& runs, std::string_view window);

/// Whatever the texts are, it is well-formed, and nothing of them is more than text.
std::string to_svg(const badge& b);

}  // namespace canary::api
