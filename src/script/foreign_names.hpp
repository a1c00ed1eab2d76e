#pragma once
// What authors know from Node, browsers, k6 or Jest, and canaries do not have. Pure.

#include <string>
#include <string_view>

namespace canary::script {

/// What to write instead, of the message of an Error that such a name has led to; '' where there is nothing to say.
/// `message` is the engine's or Chai's.
std::string advice_on(std::string_view message);

}  // namespace canary::script
