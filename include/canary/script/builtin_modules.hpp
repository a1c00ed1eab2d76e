#pragma once
// The modules that come with canaryd: what `require` and `import` find by a name alone.

#include <string>
#include <string_view>

namespace canary::script {

/// Whether `name` is one of them ('chai', 'underscore').
bool is_builtin_module(std::string_view name);

/// Whether Node has a module of that name ('fs', 'node:fs', 'fs/promises'), which canaryd does not.
bool is_module_of_node(std::string_view name);

/// "canaryd has no 'fs', which is a module of Node", and what there is instead, where there is something.
std::string about_module_of_node(std::string_view name);

/// "chai, underscore"
std::string builtin_module_names();

}  // namespace canary::script
