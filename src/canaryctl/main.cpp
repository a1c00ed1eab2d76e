#include "canary/app/control.hpp"
#include "canary/app/daemon.hpp"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <span>

int main(int argc, char** argv) try {
  using namespace canary;
  const auto options =
      app::parse_control_options(std::span<const char* const>(argv, static_cast<std::size_t>(argc)).subspan(1));
  if (!options) {
    std::fprintf(stderr, "canaryctl: %s\n", options.error().message.c_str());
    return app::bad_usage;
  }
  return app::run_control(*options, [](const char* name) -> const char* { return std::getenv(name); });
} catch (const std::exception& unforeseen) {
  std::fprintf(stderr, "canaryctl: %s\n", unforeseen.what());
  return canary::app::other_failure;
}
