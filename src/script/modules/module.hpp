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
  bool of_the_run;                 ///< whether its value depends on the run: made when first looked at
  void (*push)(duk_context* ctx);  ///< pushes the global's value
};

/// All of them. To add a module: its file, and its line here.
std::span<const module> modules();

}  // namespace canary::script
