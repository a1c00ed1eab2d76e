#pragma once
// What other modules share with log.

#include <duktape.h>

namespace canary::script {

/// log.fail, and test.fail: logs its arguments as an error, and fails the run with them, whatever the script catches.
duk_ret_t fail_run(duk_context* ctx);

}  // namespace canary::script
