#include "canary/core/items.hpp"

#include "support/catch.hpp"

using namespace canary;

TEST_CASE("a list is what stands between its commas, without blanks and without what is empty") {
  struct row {
    std::string text;
    std::vector<std::string_view> items;
  };
  for (const auto& row :
       {row{"", {}}, row{" \t", {}}, row{"a", {"a"}}, row{" a b\t,c", {"a b", "c"}}, row{",,a, ,b,", {"a", "b"}}}) {
    CAPTURE(row.text);
    CHECK(items_of(row.text) == row.items);
  }
  CHECK(trimmed("\t a\tb ") == "a\tb");
}
