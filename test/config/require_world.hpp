#pragma once
// A work directory with one test, whose script requires files.

#include "config/loader_rig.hpp"

#include <map>
#include <string>

namespace canary::testing {

using files = std::map<std::string, std::string>;

inline constexpr const char* one_test =
    "register_test({ name: 'it', frequency: '1m', timeout: '5s' }, file('scripts/main.js'));";

// Of one configuration, whose only test is scripts/main.js.
struct world {
  explicit world(const files& all, bool fork = true) : rig(fork) {
    for (const auto& [path, text] : all) rig.folder.write(path, text);
    if (!all.contains("config.js")) rig.folder.write("config.js", one_test);
  }

  // What went wrong at load, or in the run; '' where nothing did.
  std::string outcome() {
    const auto loaded = rig.load();
    if (!loaded) return loaded.error().message;
    last = rig.scripts.run(loaded->tests.at(0));
    return last.record.cause.message;
  }

  std::string first_line() {
    const std::string text = outcome();
    return text.substr(0, text.find('\n'));
  }

  loader_rig rig;
  run::run_result last;
};

}  // namespace canary::testing
