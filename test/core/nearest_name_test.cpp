#include "canary/core/nearest_name.hpp"

#include "support/catch.hpp"

#include <string>
#include <vector>

using namespace canary;

TEST_CASE("the nearest known name is found, and none where nothing is near") {
  const std::vector<std::string_view> known{"name", "frequency", "timeout", "concurrency", "paused", "memory_limit"};
  struct row {
    const char* wrong;
    const char* expected;  // "" for none
  };
  const row rows[] = {{"frequncy", "frequency"},
                      {"freqeuncy", "frequency"},
                      {"Timeout", "timeout"},
                      {"nmae", "name"},
                      {"memoryLimit", "memory_limit"},
                      {"pause", "paused"},
                      {"names", "name"},
                      {"interval", ""},
                      {"x", ""},
                      {"", ""}};
  for (const auto& r : rows) {
    CAPTURE(r.wrong);
    CHECK(nearest_name(r.wrong, known).value_or("") == r.expected);
  }
  CHECK(!nearest_name("name", {}));
}

TEST_CASE("among equally near names the first wins, and a text too long to be a slip is near to none") {
  const std::vector<std::string_view> known{"bat", "cat", "hat"};
  CHECK(nearest_name("rat", known) == "bat");
  const std::string longest(64, 'a'), longer(65, 'a');
  const std::vector<std::string_view> itself{longest, longer};
  CHECK(nearest_name(longest, itself) == longest);
  CHECK(!nearest_name(longer, itself));
}
