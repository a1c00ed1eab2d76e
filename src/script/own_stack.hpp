#pragma once
// Running engine code where there is no coroutine: on a stack of its own all the same, for the engine measures how much
// of its stack is left by the stacks' alignment.

#include <functional>

namespace canary::script {

/// Calls `work` on a fresh stack, to its end, and rethrows what it throws.
void on_own_stack(const std::function<void()>& work);

}  // namespace canary::script
