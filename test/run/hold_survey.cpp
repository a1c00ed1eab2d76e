#include "run/hold_survey.hpp"

#include "canary/core/duration.hpp"
#include "run/ticking_rig.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace canary::testing {

std::vector<nanoseconds> holding_clock::gaps() const {
  auto sorted = gaps_;
  std::sort(sorted.begin(), sorted.end());
  return sorted;
}

std::vector<hold_case> hold_survey::cases() {
  std::vector<hold_case> all;
  for (const auto& entry : std::filesystem::directory_iterator(std::filesystem::path(CANARY_TEST_SCRIPTS) / "native")) {
    std::ifstream in(entry.path());
    const std::string family = entry.path().stem().string();
    std::string common;
    bool is_common = true;
    for (std::string line; std::getline(in, line);) {
      constexpr std::string_view head = "// case: ", timeout = "// timeout: ";
      if (line.starts_with(head)) {
        is_common = false;
        all.push_back({family + ": " + line.substr(head.size()), common, std::chrono::milliseconds{150}});
      } else if (line.starts_with(timeout)) {
        all.back().timeout = parse_duration(line.substr(timeout.size())).value();
      } else {
        (is_common ? common : all.back().source) += line + "\n";
      }
    }
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return all;
}

std::vector<nanoseconds> hold_survey::run(const hold_case& c, std::string& ended) {
  boost::asio::io_context loop{1};
  const auto machine = create_real_clock(loop.get_executor());
  holding_clock time(*machine);
  pool_rig rig(bench_, loop, time, std::chrono::milliseconds{2});
  rig.start(c.name, c.source, c.timeout, memory_);
  time.begin();
  rig.run();
  const auto& cause = rig.seen.of(c.name).record.cause;
  ended = cause.kind == failure_class::none ? "passed" : std::string(to_string(cause.kind)) + ": " + cause.message;
  return time.gaps();
}

hold_result hold_survey::measure(const hold_case& c) {
  hold_result result{.name = c.name, .ended = {}};
  const auto gaps = run(c, result.ended);
  result.looks = gaps.size();
  result.held = gaps.back();
  return result;
}

nanoseconds hold_survey::usual_gap() {
  std::string ended;
  const auto gaps = run({"a loop that does nothing", "for (;;) {}", std::chrono::milliseconds{30}}, ended);
  // Each check asks twice where it gives way, and once elsewhere: most gaps are between two checks.
  return gaps[gaps.size() * 3 / 4];
}

}  // namespace canary::testing
