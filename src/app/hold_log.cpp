#include "canary/app/hold_log.hpp"

#include <utility>

namespace canary::app {
namespace {

constexpr nanoseconds interval = std::chrono::minutes{1};

double milliseconds(nanoseconds d) { return static_cast<double>(d.count()) / 1e6; }

// The innermost line of a script: 'scripts/login.js:12' of 'at login (scripts/login.js:12)'.
std::string place_in(const std::string& stack) {
  for (std::size_t start = 0; start < stack.size();) {
    const std::size_t end = std::min(stack.find('\n', start), stack.size());
    const std::string line = stack.substr(start, end - start);
    const std::size_t open = line.rfind('(');
    if (open != line.npos && line.ends_with(')') && !line.ends_with("(native)")) {
      return line.substr(open + 1, line.size() - open - 2);
    }
    start = end + 1;
  }
  return {};
}

std::string_view message_for(const script::hold& what) {
  if (what.test) return "a script held the loop";
  return what.stack.empty() ? "canaryd's own code held the loop" : "the configuration held the loop";
}

}  // namespace

void hold_log::write(const script::hold& what) {
  const std::string_view message = message_for(what);
  const mono_time now = time_.mono();
  forget_old(now);
  // A test may be named as one of the messages; the other way round cannot be.
  const auto [known, is_new] = told_.try_emplace(what.test ? "test " + *what.test : std::string(message), told{now});
  if (!is_new && now - known->second.at < interval) {
    ++known->second.unsaid;
    return;
  }
  boost::json::object fields;
  if (what.test) fields["test"] = *what.test;
  fields["held_ms"] = milliseconds(what.lasted);
  if (what.cpu) fields["cpu_ms"] = milliseconds(*what.cpu);
  if (!what.stack.empty()) {
    fields["at"] = place_in(what.stack);
    fields["stack"] = what.stack;
  }
  if (const auto unsaid = std::exchange(known->second.unsaid, 0); unsaid > 0) fields["unsaid"] = unsaid;
  known->second.at = now;
  log_.warn(message, fields);
}

// Tests come and go, and their names with them.
void hold_log::forget_old(mono_time now) {
  std::erase_if(told_,
                [&](const auto& entry) { return entry.second.unsaid == 0 && now - entry.second.at >= interval; });
}

}  // namespace canary::app
