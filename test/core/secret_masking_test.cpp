#include "canary/core/secret_masking.hpp"

#include "support/catch.hpp"

using namespace canary;

namespace {

std::string masked(const secret_masking& by, std::string text) {
  by.mask(text);
  return text;
}

}  // namespace

TEST_CASE("a secret is masked wherever it stands, and as URLs and forms write it") {
  secret_masking masking;
  CHECK(masking.empty());
  masking.add("p@ss w\u00f6rd/1");
  const std::pair<const char*, const char*> rows[] = {{"", ""},
                                                      {"nothing", "nothing"},
                                                      {"p@ss w\u00f6rd/1", "***"},
                                                      {"ap@ss w\u00f6rd/1p@ss w\u00f6rd/1b", "a******b"},
                                                      {"?p=p%40ss%20w%C3%B6rd%2F1&q", "?p=***&q"},
                                                      {"p=p%40ss+w%C3%B6rd%2F1", "p=***"},
                                                      {"/p@ss%20w%C3%B6rd/1", "/***"},
                                                      {"p@ss w\u00f6rd", "p@ss w\u00f6rd"}};
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(masked(masking, text) == expected);
  }
}

TEST_CASE("a secret that holds another one is masked whole, in whatever order they came") {
  for (const bool longer_first : {true, false}) {
    secret_masking masking;
    masking.add(longer_first ? "token-and-more" : "token");
    masking.add(longer_first ? "token" : "token-and-more");
    masking.add("token");
    CHECK(masked(masking, "token-and-more, token") == "***, ***");
  }
}

TEST_CASE("what is shorter than four bytes is not masked") {
  secret_masking masking;
  masking.add("abc");
  CHECK(masking.empty());
  masking.add("abcd");
  CHECK(masked(masking, "abc abcd") == "abc ***");
}
