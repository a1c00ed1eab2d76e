#include "canary/app/translation_news.hpp"

#include <unistd.h>

#include <cstdio>

namespace canary::app {

config::translation_listener translations_on_terminal() {
  if (::isatty(STDERR_FILENO) == 0) return {};
  return {[](const std::string& file) { std::fprintf(stderr, "translating %s ...\n", file.c_str()); }, nullptr};
}

config::translation_listener translations_in(const logger& log) {
  return {nullptr, [&log](const std::string& file, nanoseconds took) {
            log.write(log_level::info, "a script took long to be translated; it is kept for the next time",
                      {{"file", file}, {"seconds", std::chrono::duration<double>(took).count()}});
          }};
}

}  // namespace canary::app
