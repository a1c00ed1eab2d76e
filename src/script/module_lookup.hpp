#pragma once
// Which of the modules that were found at load a name leads to. Pure.

#include "canary/script/program.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace canary::script {

struct found_module {
  int number = -1;      ///< 0 for the script itself, else one more than its place in the script's `modules`
  std::string problem;  ///< why there is none, where `number` is less than 0
};

/// What `name`, which is none built in, is to the module (or script) `from` of `main`.
found_module find_module(const program& main, const program& from, std::string_view name);

/// What a text requires, at places of the author's. `as` is what it was transpiled to; null where it was not.
std::vector<required_literal> required_by(std::string_view source, const transpiled* as);

/// An ES5 module as an expression: a function of what it has, which keeps its lines where they are.
std::string as_function(std::string_view source);

/// Whether a text may ask for modules, or be one: it has one of their words, be it in a comment.
bool speaks_of_modules(std::string_view source);

}  // namespace canary::script
