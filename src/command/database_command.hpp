#pragma once
// What `canaryctl db …` does.

#include "canary/command/database_options.hpp"

namespace canary::command {

/// On stdout, with complaints and progress on stderr. Returns the exit code.
int run_database_command(const database_options& options);

/// `db compact --url`: asks the daemon, and waits for its end.
int compact_by_daemon(const database_options& options);

}  // namespace canary::command
