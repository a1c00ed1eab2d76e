#include "canary/api/sessions.hpp"

#include "support/catch.hpp"

using namespace canary;
using namespace canary::api;
using namespace std::chrono_literals;

TEST_CASE("one who signs in without end ends sessions of his own alone") {
  const auto reader = sha256("reader"), writer = sha256("writer");
  sessions open;
  const auto other = open.begin(writer, mono_time{});
  const auto first = open.begin(reader, mono_time{1s});
  std::string last;
  for (std::size_t i = 0; i < sessions::most / 10; ++i) last = open.begin(reader, mono_time{2s});
  CHECK(open.token_of(other, mono_time{3s}) == writer);
  CHECK(open.token_of(first, mono_time{3s}) == std::nullopt);
  CHECK(open.token_of(last, mono_time{3s}) == reader);
  CHECK(open.size() == sessions::most / 10 + 1);
}
