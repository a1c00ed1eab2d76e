#pragma once
// Files that the build made part of the binary (cmake/embed.cmake).

#include <cstddef>
#include <span>
#include <string_view>

namespace canary::embedded {

/// Content lives as long as the program.
struct file {
  std::string_view name;  ///< without folders
  std::string_view content;
};

}  // namespace canary::embedded
