#include "canary/api/past_cache.hpp"

namespace canary::api {
namespace {

using std::chrono::days;
using std::chrono::hours;

}  // namespace

result<past_figures> past_cache::find(const std::string& test, schedule::test_state state) {
  const mono_time now = time_.mono();
  const auto it = kept_.find(test);
  if (it != kept_.end() && it->second.state == state && now - it->second.at < lasts) return it->second.figures;
  const auto figures = read(test);
  if (figures) kept_[test] = {now, state, *figures};
  return figures;
}

void past_cache::forget_old() {
  const mono_time now = time_.mono();
  std::erase_if(kept_, [&](const auto& each) { return now - each.second.at >= lasts; });
}

// Whole hours are read from rollups alone; the runs at an odd edge would have to be read one by one.
result<past_figures> past_cache::read(const std::string& test) const {
  const wall_time hour = std::chrono::floor<hours>(time_.wall());
  past_figures out;
  const std::pair<hours, std::optional<double>*> windows[] = {
      {days{1}, &out.day}, {days{7}, &out.week}, {days{30}, &out.month}};
  for (const auto& [length, uptime] : windows) {
    const auto found = runs_.summarize(test, hour - length, hour + hours{1});
    if (!found) return found.error();
    *uptime = found->total.uptime();
    if (length > days{1}) continue;
    out.p50 = found->total.durations.quantile(0.5);
    out.p95 = found->total.durations.quantile(0.95);
  }
  return out;
}

}  // namespace canary::api
