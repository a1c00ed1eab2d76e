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

/// Whether it is a module of k6's that canaryd does not have ('k6/ws').
bool is_module_of_k6(std::string_view name);

/// "canaryd has no 'k6/ws' of k6, but …", and what there is instead, where there is something.
std::string about_module_of_k6(std::string_view name);

/// "chai, k6, k6/data, …, underscore"
std::string builtin_module_names();

}  // namespace canary::script
