#pragma once
// What programs leave behind.

namespace canary::process {

/// Kills every child of the calling process, and what becomes its child by that, until there is none. SIGCHLD is
/// blocked. Gives up where there are children that /proc does not show.
void end_leftovers();

}  // namespace canary::process
