#pragma once
// The database is a mapped file. Where a page of it cannot be read, because somebody has cut the file off or because
// its disk fails, the system sends SIGBUS to whoever touches it.

namespace canary::app {

/// From now on such a signal ends the process with exit code `no_resource`, after a sentence on stderr that says why.
/// Any other SIGBUS does what it does without this.
void end_where_a_file_is_lost();

}  // namespace canary::app
