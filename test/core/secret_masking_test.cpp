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
                                                      {"p=p%40ss%20w%c3%b6rd%2f1", "p=***"},
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

TEST_CASE("a secret is masked as JSON has it, and each long line of one that has several") {
  secret_masking masking;
  masking.add("BEGIN \"KEY\"\r\nabc\\defgh\nshort");
  const std::pair<const char*, const char*> rows[] = {
      {R"({"a":"BEGIN \"KEY\"\r\nabc\\defgh\nshort"})", R"({"a":"***"})"},
      {"BEGIN \"KEY\"\r\nabc\\defgh\nshort", "***"},
      {"got BEGIN \"KEY\"\r", "got ***\r"},
      {"abc\\defgh", "***"},
      {R"(abc\\defgh)", "***"},
      {"short", "short"}};
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(masked(masking, text) == expected);
  }
}

TEST_CASE("what is left of a secret beside the mark of a cut is masked from eight bytes on") {
  secret_masking masking;
  masking.add("ababababac-0123456789");
  const std::pair<const char*, const char*> rows[] = {{"'ababababac-0…'", "'***…'"},
                                                      {"'ababababababac-…'", "'abab***…'"},
                                                      {"abababab…", "***…"},
                                                      {"abababa…", "abababa…"},
                                                      {"ababababac-0 …", "ababababac-0 …"},
                                                      {"…23456789'", "…***'"},
                                                      {"…3456789", "…3456789"},
                                                      {"ababababac-0…c-0123456789 ababababac-…", "***…*** ***…"},
                                                      {"ababababac-0123456789…ababababac-0123456789", "***…***"}};
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(masked(masking, text) == expected);
  }
}

TEST_CASE("a secret that is what another one is encoded as is masked in its own encodings, too") {
  secret_masking masking;
  masking.add("one two");
  masking.add("one%20two");
  masking.add("one two");
  CHECK(masked(masking, "one two, one%20two, one%2520two") == "***, ***, ***");
}

TEST_CASE("a text full of a secret, and one full of marks, are masked") {
  secret_masking masking;
  masking.add("a-long-enough-secret");
  std::string secrets, stars, marks, shown;
  for (int i = 0; i < 100'000; ++i) {
    secrets += "a-long-enough-secret";
    stars += "***";
  }
  for (int i = 0; i < 10'000; ++i) {
    marks += "a-long-en…";
    shown += "***…";
  }
  CHECK((masked(masking, secrets) == stars));
  CHECK((masked(masking, marks) == shown));
}
