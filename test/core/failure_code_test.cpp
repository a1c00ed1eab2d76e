#include "canary/core/failure_code.hpp"

#include "support/catch.hpp"

#include <fstream>
#include <regex>
#include <set>
#include <sstream>

using namespace canary;

namespace {

std::string text_of(const std::string& path) {
  std::stringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

// The numbers that `pattern`'s first group finds in `text`.
std::multiset<int> numbers_in(const std::string& text, const std::string& pattern) {
  const std::regex wanted(pattern);
  std::multiset<int> found;
  for (std::sregex_iterator at(text.begin(), text.end(), wanted), end; at != end; ++at) {
    found.insert(std::stoi((*at)[1]));
  }
  return found;
}

}  // namespace

TEST_CASE("each code of a failure stands once in the table, and in the documentation with the same words") {
  const std::string text = text_of(CANARY_DOCS "/script-reference.md");
  std::multiset<int> numbers;
  int before = 0;
  for (const auto& row : failure_codes()) {
    const int number = static_cast<int>(row.code);
    CAPTURE(number);
    CHECK(number > before);
    before = number;
    const std::string line = "| " + std::to_string(number) + " | `" + std::string(to_string(row.kind)) + "` | " +
                             std::string(row.meaning) + " |\n";
    CAPTURE(line);
    CHECK(text.find(line) != std::string::npos);
    numbers.insert(number);
  }
  CHECK(numbers_in(text, "\\n\\| (1[0-9]{3}) \\| `") == numbers);
  CHECK(numbers_in(text_of(CANARY_DOCS "/../include/canary/core/failure.hpp"), "= (1[0-9]{3}),") == numbers);
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
