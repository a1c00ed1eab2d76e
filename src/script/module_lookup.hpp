#pragma once
// Which of the modules that were found at load a name leads to. Pure.

#include "canary/script/program.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace canary::script {

struct found_module {
  int number = -1;      ///< 0 for the script itself, else one more than its place in the script's `modules`
  std::string problem;  ///< why there is none, where `number` is less than 0
};

/// What `name`, which is none built in, is to the module (or script) `from` of `main`.
found_module find_module(const program& main, const program& from, std::string_view name);

/// Whether a text may ask for modules, or be one: it has one of their words, be it in a comment.
bool speaks_of_modules(std::string_view source);

}  // namespace canary::script
