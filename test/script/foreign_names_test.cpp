#include "script/foreign_names.hpp"

#include "support/catch.hpp"

using canary::script::advice_on;

TEST_CASE("names of other tools are told with what to write instead") {
  CHECK(advice_on("identifier 'fetch' undefined").starts_with("write http.get(url)"));
  CHECK(advice_on("identifier 'process' undefined").find("std.os.getenv") != std::string::npos);
  CHECK(advice_on("Invalid Chai property: toBe. Did you mean \"to\"?") == "write .to.equal(value)");
  CHECK(advice_on("Invalid Chai property: toEqual. Did you mean \"equal\"?") == "write .to.deep.equal(value)");
  for (const char* message : {"identifier 'fetcher' undefined", "identifier 'fetch", "no identifier 'fetch' undefined",
                              "", "Invalid Chai property: treu. Did you mean \"true\"?", "Invalid Chai property: "}) {
    CAPTURE(message);
    CHECK(advice_on(message).empty());
  }
}
