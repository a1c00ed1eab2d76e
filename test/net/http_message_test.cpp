#include "canary/net/http_message.hpp"

#include "support/catch.hpp"

using canary::net::canonical_header_name;

TEST_CASE("header names are written as Go's textproto writes them") {
  struct row {
    std::string given, expected;
  };
  for (const auto& [given, expected] :
       {row{"content-type", "Content-Type"}, row{"CONTENT-TYPE", "Content-Type"}, row{"x-b3-traceID", "X-B3-Traceid"},
        row{"etag", "Etag"}, row{"a--b", "A--B"}, row{"1st", "1st"}, row{"not a token", "not a token"}, row{"", ""}}) {
    CAPTURE(given);
    CHECK(canonical_header_name(given) == expected);
  }
}
