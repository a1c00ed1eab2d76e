#include "canary/core/ascii.hpp"

#include "support/catch.hpp"

#include <memory>

using namespace canary;

TEST_CASE("names are compared without regard to case, in ASCII alone") {
  struct row {
    std::string_view a, b;
    bool equal;
  };
  for (const auto& row : {
           row{"", "", true},
           row{"Content-Type", "content-tYPE", true},
           row{"a", "b", false},
           row{"a", "aa", false},
           row{"@", "`", false},
           row{"[", "{", false},
           row{"\xc3\xbc", "\xc3\x9c", false},
       }) {
    CAPTURE(row.a, row.b);
    CHECK(iequals(row.a, row.b) == row.equal);
    CHECK(iequals(row.b, row.a) == row.equal);
  }
}

TEST_CASE("no byte behind a name is looked at") {
  // AddressSanitizer sees it if it is.
  const std::unique_ptr<char[]> upper(new char[1]{'A'}), lower(new char[1]{'a'});
  CHECK(iequals({upper.get(), 1}, {lower.get(), 1}));
}
