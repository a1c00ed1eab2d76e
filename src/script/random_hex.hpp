#pragma once
// Random text.

#include <cstddef>
#include <string>

namespace canary::script {

/// That many hexadecimal characters from the system's random source.
std::string random_hex(std::size_t count);

}  // namespace canary::script
