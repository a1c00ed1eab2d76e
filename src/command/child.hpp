#pragma once
// Work that may crash, in a process of its own.

#include <functional>

namespace canary::command {

/// Calls `work` in a child process and returns its exit code. Where the child dies of a signal, `died` is called with
/// it, and its answer returned. Before this process has threads. The child ends with this process.
int in_child(const std::function<int()>& work, const std::function<int(int signal)>& died);

}  // namespace canary::command
