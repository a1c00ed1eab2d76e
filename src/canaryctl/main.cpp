#include "canary/command/control.hpp"
#include "canary/command/exit_code.hpp"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <span>

int main(int argc, char** argv) try {
  using namespace canary;
  const auto options =
      command::parse_control_options(std::span<const char* const>(argv, static_cast<std::size_t>(argc)).subspan(1));
  if (!options) {
    std::fprintf(stderr, "canaryctl: %s\n", options.error().message.c_str());
    return command::bad_usage;
  }
  return command::run_control(*options, [](const char* name) -> const char* { return std::getenv(name); });
} catch (const std::exception& unforeseen) {
  std::fprintf(stderr, "canaryctl: %s\n", unforeseen.what());
  return canary::command::other_failure;
}
