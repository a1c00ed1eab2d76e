#pragma once
// The ways in which a run's VM comes to be. What a script sees is the same in all of them: tests of scripts run in
// each.

#include "script/bundled.hpp"

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

/// The library of modern scripts is not among everything: with it, the engine's own functions are others.
inline constexpr std::array<vm_kind, 3> vm_kinds{
    {{"built", false, {}}, {"forked", true, 0}, {"forked with everything loaded", true, ~script::newer_library}}};

/// Those that runs have: what they mention is loaded.
inline constexpr std::array<vm_kind, 2> usual_vm_kinds{{{"built", false, {}}, {"forked", true, {}}}};

}  // namespace canary::testing
