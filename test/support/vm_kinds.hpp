#pragma once
// The ways in which a run's VM comes to be. What a script sees is the same in all of them: tests of scripts run in
// each.

#include "canary/script/program.hpp"

#include <array>
#include <optional>

namespace canary::testing {

struct vm_kind {
  const char* name;
  bool fork;
  /// Which bundled scripts it has executed already, where that is not left to what the script mentions.
  std::optional<script::preload_set> preload;
};

inline constexpr std::array<vm_kind, 3> vm_kinds{
    {{"built", false, {}}, {"forked", true, 0}, {"forked with everything loaded", true, ~script::preload_set{0}}}};

/// Those that runs have: what they mention is loaded.
inline constexpr std::array<vm_kind, 2> usual_vm_kinds{{{"built", false, {}}, {"forked", true, {}}}};

}  // namespace canary::testing
