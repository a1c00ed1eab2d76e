#include "canary/command/choice.hpp"

#include "support/catch.hpp"

using namespace canary;
using namespace canary::command;

TEST_CASE("a paused test is skipped, unless it is asked for by name") {
  std::vector<std::shared_ptr<const test>> all;
  for (const auto& [name, paused] : {std::pair{"login", false}, {"logout", true}, {"search", true}, {"buy", false}}) {
    auto t = std::make_shared<test>();
    t->name = name;
    t->paused = paused;
    all.push_back(std::move(t));
  }
  const struct {
    std::string grep;
    std::vector<std::string> chosen;  // skipped ones in brackets
  } rows[] = {{"", {"login", "(logout)", "(search)", "buy"}},
              {"^log", {"login", "logout"}},
              {"search", {"search"}},
              {".*", {"login", "logout", "search", "buy"}},
              {"nobody", {}}};
  for (const auto& r : rows) {
    CAPTURE(r.grep);
    std::vector<std::string> names;
    for (const auto& c : choose_tests(all, r.grep)) {
      names.push_back(c.skipped ? "(" + c.what->name + ")" : c.what->name);
    }
    CHECK(names == r.chosen);
  }
}
