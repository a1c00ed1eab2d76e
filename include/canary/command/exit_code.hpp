#pragma once
// How canaryctl ends.

namespace canary::command {

enum exit_code : int {
  success = 0,
  test_failed = 1,    ///< a test failed, or `db` found something that is not as it has to be
  other_failure = 1,  ///< anything unforeseen
  bad_usage = 2,      ///< flags or configuration, or a daemon refuses what it is asked for
  no_resource = 3,    ///< of `db`: the database cannot be used
  stopped_early = 3,  ///< interrupted
  no_daemon = 4,      ///< the daemon cannot be reached, or does not answer as one
};

}  // namespace canary::command
