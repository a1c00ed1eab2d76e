#include "canary/command/choice.hpp"

#include <regex>

namespace canary::command {

std::vector<chosen_test> choose_tests(const std::vector<std::shared_ptr<const test>>& all, const std::string& grep) {
  const std::regex wanted(grep);
  std::vector<chosen_test> chosen;
  for (const auto& t : all) {
    if (std::regex_search(t->name, wanted)) chosen.push_back({t, t->paused && grep.empty()});
  }
  return chosen;
}

}  // namespace canary::command
