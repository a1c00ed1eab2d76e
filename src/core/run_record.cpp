#include "canary/core/run_record.hpp"

#include <array>

namespace canary {
namespace {

template <class Enum, std::size_t N>
std::string_view name_of(const std::array<std::string_view, N>& names, Enum value) {
  const auto index = static_cast<std::size_t>(value);
  return index < N ? names[index] : std::string_view{};
}

template <class Enum, std::size_t N>
std::optional<Enum> value_of(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

constexpr std::array<std::string_view, 5> statuses{"running", "passed", "failed", "interrupted", "skipped"};
constexpr std::array<std::string_view, 3> triggers{"schedule", "manual", "command_line"};
constexpr std::array<std::string_view, 4> levels{"debug", "info", "warn", "error"};
constexpr std::array<std::string_view, 3> step_statuses{"passed", "failed", "skipped"};

}  // namespace

std::string_view to_string(run_status s) { return name_of(statuses, s); }
std::optional<run_status> parse_run_status(std::string_view name) { return value_of<run_status>(statuses, name); }
std::string_view to_string(run_trigger t) { return name_of(triggers, t); }
std::string_view to_string(log_level l) { return name_of(levels, l); }
std::optional<log_level> parse_log_level(std::string_view name) { return value_of<log_level>(levels, name); }
std::string_view to_string(step_status s) { return name_of(step_statuses, s); }
std::optional<step_status> parse_step_status(std::string_view name) {
  return value_of<step_status>(step_statuses, name);
}

}  // namespace canary
