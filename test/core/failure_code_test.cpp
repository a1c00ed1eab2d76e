#include "canary/core/failure_code.hpp"

#include "support/catch.hpp"

#include <fstream>
#include <sstream>

using namespace canary;

TEST_CASE("each code of a failure stands once in the table, and in the documentation with the same words") {
  std::ifstream file(CANARY_DOCS "/script-reference.md");
  std::stringstream text;
  text << file.rdbuf();
  int before = 0;
  for (const auto& row : failure_codes()) {
    const int number = static_cast<int>(row.code);
    CAPTURE(number);
    CHECK(number > before);
    before = number;
    const std::string line = "| " + std::to_string(number) + " | `" + std::string(to_string(row.kind)) + "` | " +
                             std::string(row.meaning) + " |\n";
    CAPTURE(line);
    CHECK(text.str().find(line) != std::string::npos);
  }
}

TEST_CASE("a failure of the network has a number, at least that of its class") {
  CHECK(error_code_of({failure_class::connect, "", failure_code::refused}) == 1212);
  CHECK(error_code_of({failure_class::dns, ""}) == 1100);
  CHECK(error_code_of({failure_class::connect, ""}) == 1200);
  CHECK(error_code_of({failure_class::tls, ""}) == 1300);
  CHECK(error_code_of({failure_class::timeout, ""}) == 1050);
  CHECK(error_code_of({failure_class::http, ""}) == 1800);
  for (const auto kind : {failure_class::assertion, failure_class::script, failure_class::limit, failure_class::exec,
                          failure_class::interrupted, failure_class::none}) {
    CHECK(error_code_of({kind, ""}) == 0);
  }
}
