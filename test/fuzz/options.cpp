// Flags and variables of canaryd and canaryctl.

#include "canary/config/options.hpp"

#include "canary/command/control_options.hpp"
#include "fuzz/fuzz.hpp"

#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace config = canary::config;
  canary::fuzz::input in(data, size);
  // A text that stands in every variable, and the words.
  const bool by_variables = in.flag();
  const std::string value(in.line());
  std::vector<std::string> words;
  while (!in.empty()) {
    std::string word(in.line());
    words.emplace_back(word.substr(0, word.find('\0')));
  }
  std::vector<const char*> args;
  for (const auto& word : words) args.push_back(word.c_str());

  const auto parsed = config::parse_options(args, [&](const char*) { return by_variables ? value.c_str() : nullptr; });
  if (parsed) {
    const auto& o = parsed->values;
    MUST_HOLD(o.run_max_concurrent >= 1 && o.run_slice.count() > 0 && o.drain_timeout.count() >= 0);
    MUST_HOLD(o.run_slice <= std::chrono::milliseconds(100) && o.run_hold_warning >= std::chrono::milliseconds(1));
    static_cast<void>(o.env_allowed(value));
  } else {
    MUST_HOLD(!parsed.error().message.empty());
  }
  const auto control = canary::command::parse_control_options(args);
  if (!control) MUST_HOLD(!control.error().message.empty());
  return 0;
}
