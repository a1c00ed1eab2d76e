#pragma once
// `require`, and what else a module finds. All of it is of one VM; nothing reads a file.

#include <duktape.h>

namespace canary::script {

/// Makes require, module, exports, __filename and __dirname of the script that is executed (`vm_context::code`) global.
/// These may throw, as the engine does.
void define_module_names(duk_context* ctx);

/// Pushes what the script's own module has: exports, require, module, __filename, __dirname. Five values.
void push_module_names(duk_context* ctx);

/// Pushes what the script exports.
void push_exports(duk_context* ctx);

}  // namespace canary::script
