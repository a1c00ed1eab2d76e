#include "canary/app/daemon.hpp"
#include "canary/app/version.hpp"
#include "canary/config/options.hpp"
#include "canary/core/standard_output.hpp"

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <span>

namespace {

// What is asked for and cannot be told is a failure.
int told(int code) {
  const auto trouble = canary::finish_standard_output();
  if (trouble.empty()) return code;
  std::fprintf(stderr, "canaryd: %s\n", trouble.c_str());
  return code == canary::app::success ? canary::app::other_failure : code;
}

}  // namespace

int main(int argc, char** argv) try {
  using namespace canary;
  const auto get = [](const char* name) -> const char* { return std::getenv(name); };
  const auto parsed =
      config::parse_options(std::span<const char* const>(argv, static_cast<std::size_t>(argc)).subspan(1), get);
  if (!parsed) {
    std::fprintf(stderr, "canaryd: %s\n", parsed.error().message.c_str());
    return app::bad_usage;
  }
  switch (parsed->what) {
    case config::request::help:
      std::fputs(config::help_text().c_str(), stdout);
      return told(app::success);
    case config::request::version:
      std::fputs(app::version_text("canaryd").c_str(), stdout);
      return told(app::success);
    case config::request::check:
      return told(app::check_configuration(parsed->values, get));
    case config::request::run:
      break;
  }
  return app::run_daemon(parsed->values, get);
} catch (const std::exception& unforeseen) {
  std::fprintf(stderr, "canaryd: %s\n", unforeseen.what());
  return canary::app::other_failure;
}
