#include "canary/core/failure.hpp"

#include "support/catch.hpp"

#include <sstream>

using namespace canary;

TEST_CASE("failure classes have the names and numbers that are stored and shown") {
  const char* const names[] = {"",       "dns",    "connect", "tls",  "timeout",    "http",
                               "assert", "script", "limit",   "exec", "interrupted"};
  for (unsigned char i = 0; i < std::size(names); ++i) {
    CAPTURE(names[i]);
    const auto kind = static_cast<failure_class>(i);
    CHECK(to_string(kind) == names[i]);
    if (i > 0) CHECK(parse_failure_class(names[i]) == kind);
  }
  CHECK(to_string(static_cast<failure_class>(11)).empty());
}

TEST_CASE("what is no failure class is not read as one") {
  for (const char* name : {"", "none", "DNS", "assertion", "dns ", "interrupte"}) {
    CAPTURE(name);
    CHECK(!parse_failure_class(name));
  }
}

TEST_CASE("a failure is written with its class, and equals only the same") {
  const failure f{failure_class::tls, "certificate has expired"};
  std::ostringstream out;
  out << f;
  CHECK(out.str() == "tls: certificate has expired");
  CHECK(f == failure{failure_class::tls, "certificate has expired"});
  CHECK(!(f == failure{failure_class::http, "certificate has expired"}));
}
