#pragma once
// What makes a module: one function that puts its names into a fresh VM.

#include "canary/script/vm.hpp"

#include <duktape.h>

#include <span>
#include <string_view>

namespace canary::script {

struct module {
  std::string_view name;           ///< the global that scripts see
  bool in_configuration;           ///< whether config.js has it too
  void (*push)(duk_context* ctx);  ///< pushes the global's value
};

/// All of them. To add a module: its file, and its line here.
std::span<const module> modules();

}  // namespace canary::script
