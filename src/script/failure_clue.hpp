#pragma once
// What a message and a stack tell of the expression that failed. Pure.

#include "script/stack_trace.hpp"

#include <string>
#include <string_view>

namespace canary::script {

/// What is known of a failure beside its line.
struct failure_clue {
  enum class kind : unsigned char {
    none,
    thrown,      ///< by a throw of the author's
    assertion,   ///< within expect or assert
    builtin,     ///< within a function of the language's: `name` is its own ('parse')
    host,        ///< within one of canaryd's: `name` as authors write it ('http.get'), or '' where that is not known
    identifier,  ///< `name` is not defined
    property,    ///< the property `name` of what has none, or cannot be called
  };
  kind what = kind::none;
  std::string name;
};

/// `message` is the Error's, without its name; `called` is what its stack shows.
failure_clue clue_of(std::string_view message, const called_function& called);

}  // namespace canary::script
