#include "canary/core/printable.hpp"

#include "support/catch.hpp"

using namespace canary;

TEST_CASE("text from outside is shown as far as it may be, in whole characters, and steers nothing") {
  struct row {
    std::string text;
    std::size_t longest;
    std::string shown;
  };
  const std::size_t any = std::string::npos;
  for (const auto& row : {row{"", any, ""}, row{"plain", any, "plain"}, row{"plain", 3, "pla"}, row{"plain", 0, ""},
                          row{"a\x1b[31mb\x7f\r\n\t", any, "a?[31mb????"}, row{std::string(1, '\0'), any, "?"},
                          row{"b\u00fccher", any, "b\u00fccher"}, row{"b\u00fccher", 2, "b"},
                          row{"b\u00fccher", 3, "b\u00fc"}, row{"\u20ac\u20ac", 5, "\u20ac"},
                          row{"a\xc2\x9b"
                              "31m",
                              any, "a?31m"},
                          row{"\xff\xfe.", any, "??."}, row{"cut \xe2\x82", any, "cut ??"}}) {
    CAPTURE(row.text, row.longest);
    CHECK(printable(row.text, row.longest) == row.shown);
  }
}
