#pragma once
// Flags of which each belongs to some of several tasks: those of `canaryctl db …`, and of what a daemon is asked.

#include "canary/command/completion.hpp"
#include "command/flag_word.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace canary::command {

template <class Options>
struct task_flag {
  std::string_view name;
  bool takes_value;
  std::string_view tasks;  ///< those that take it, by name; '' is all
  std::string_view about;  ///< for shells
  result<void> (*apply)(Options&, const std::string&);
  completes with = completes::nothing;
  std::string_view words = {};     ///< to choose from, with spaces between
  const char* variable = nullptr;  ///< of the environment, which canaryd's flag of this name has

  bool is_for(std::string_view task) const {
    return tasks.empty() || (" " + std::string(tasks) + " ").find(" " + std::string(task) + " ") != std::string::npos;
  }
};

/// `shown`: the task as a person writes it. The error says that there is no such flag, or that this task has none.
template <class Options>
result<const task_flag<Options>*> find_flag(std::span<const task_flag<Options>> all, const flag_word& flag,
                                            std::string_view task, std::string_view shown) {
  std::vector<std::string_view> names;
  for (const auto& each : all) {
    if (each.is_for(task)) names.push_back(each.name);
    if (each.name != flag.name) continue;
    if (each.is_for(task)) return &each;
    return error{"'" + std::string(shown) + "' takes no '" + flag.given + "'"};
  }
  return unknown_flag(flag, names);
}

/// Those that the task takes; of all tasks where it is ''.
template <class Options>
std::vector<completed_flag> completed_flags(std::span<const task_flag<Options>> all, std::string_view task) {
  std::vector<completed_flag> out;
  for (const auto& each : all) {
    if (!task.empty() && !each.is_for(task)) continue;
    out.push_back(
        {std::string(each.name), std::string(each.about), each.takes_value, each.with, std::string(each.words)});
  }
  return out;
}

}  // namespace canary::command
