#include "run/run_steps.hpp"

#include <algorithm>

namespace canary::run {
namespace {

std::string bounded(std::string text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80) --most;
  text.resize(most);
  return text += "…";
}

}  // namespace

std::optional<std::uint32_t> run_steps::begin(std::string name, bool cleanup, wall_time at, mono_time now) {
  if (kept_.steps.size() >= step_limit) {
    ++kept_.steps_dropped;
    return std::nullopt;
  }
  const auto index = static_cast<std::uint32_t>(kept_.steps.size());
  run_step& step = kept_.steps.emplace_back();
  step.name = bounded(std::move(name), longest_name);
  step.started = at;
  step.cleanup = cleanup;
  if (!open_.empty() && !cleanup) step.parent = open_.back().index;
  open_.push_back({index, now, false});
  return index;
}

void run_steps::end(std::uint32_t step, step_status status, std::string error, mono_time now) {
  // Steps that wait for promises need not end in the order in which they began.
  const auto place = std::find_if(open_.begin(), open_.end(), [&](const open_step& s) { return s.index == step; });
  if (place == open_.end()) return;
  run_step& ended = kept_.steps[step];
  ended.duration = now - place->began;
  ended.status = status;
  ended.error = bounded(std::move(error), longest_step_error);
  if (status == step_status::passed && place->check_failed) {
    ended.status = step_status::failed;
    ended.error = "a check in it did not hold";
  }
  open_.erase(place);
}

void run_steps::end_all(step_status status, const std::string& error, mono_time now) {
  while (!open_.empty()) end(open_.back().index, status, error, now);
}

void run_steps::check(std::string name, bool held, bool soft, wall_time at) {
  if (!held && !soft) {
    for (open_step& s : open_) s.check_failed = true;
  }
  if (kept_.checks.size() >= check_limit) {
    ++kept_.checks_dropped;
    return;
  }
  run_check& made = kept_.checks.emplace_back();
  made.name = bounded(std::move(name), longest_name);
  made.at = at;
  made.held = held;
  made.soft = soft;
  if (!open_.empty()) made.step = open_.back().index;
}

void run_steps::give(run_details& to) {
  to.steps = std::move(kept_.steps);
  to.steps_dropped = kept_.steps_dropped;
  to.checks = std::move(kept_.checks);
  to.checks_dropped = kept_.checks_dropped;
}

}  // namespace canary::run
