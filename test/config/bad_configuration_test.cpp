// Every configuration of test/config/bad/ is refused with the words that its second line gives: 'error: 3:14: message',
// or 'error: message' where there is no place, or 'error: in FILE: 3:14: message' where the place is in another file.
// FILE stands for the configuration's own name, DIR for its folder. A third line may set the loader's timeout.

#include "canary/core/duration.hpp"
#include "config/loader_rig.hpp"
#include "support/catch.hpp"

#include <algorithm>
#include <sstream>

using namespace canary;
using namespace canary::testing;

namespace {

std::string text_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void replace_all(std::string& text, std::string_view what, const std::string& by) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size())
    text.replace(at, what.size(), by);
}

struct bad_configuration {
  std::string file, expected, where;
  nanoseconds timeout = std::chrono::seconds{10};
};

bad_configuration read(const std::filesystem::path& path) {
  bad_configuration c;
  c.file = c.where = path.filename().string();
  std::istringstream lines(text_of(path));
  for (std::string line; std::getline(lines, line) && line.starts_with("// ");) {
    if (line.starts_with("// error: ")) c.expected = line.substr(10);
    if (line.starts_with("// timeout: ")) c.timeout = parse_duration(line.substr(12)).value();
  }
  if (c.expected.starts_with("in ")) {
    c.where = c.expected.substr(3, c.expected.find(": ") - 3);
    c.expected.erase(0, c.where.size() + 5);
  }
  const bool placed = c.expected[0] >= '0' && c.expected[0] <= '9';
  c.expected = c.where + (placed ? ":" : ": ") + c.expected;
  replace_all(c.expected, "FILE", c.file);
  replace_all(c.expected, "DIR", path.parent_path().string());
  return c;
}

}  // namespace

TEST_CASE("a bad configuration is refused with file, line, column and what is wrong") {
  const std::filesystem::path folder = CANARY_TEST_BAD_CONFIGURATIONS;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  REQUIRE(files.size() > 50);
  loader_rig rig;
  rig.options.work_dir = folder;
  for (const auto& path : files) {
    const bad_configuration c = read(path);
    CAPTURE(c.file);
    rig.options.file = c.file;
    rig.options.timeout = c.timeout;
    const auto loaded = rig.load();
    REQUIRE(!loaded);
    const std::string& message = loaded.error().message;
    const std::size_t end = message.find('\n');
    CHECK(message.substr(0, end) == c.expected);
    // Behind a place there is the source around it, with a caret under the column.
    int line = 0, column = 0;
    if (std::sscanf(c.expected.c_str() + c.where.size(), ":%d:%d: ", &line, &column) == 2 &&
        !c.where.starts_with("test ")) {
      std::string shown = script::excerpt(text_of(folder / c.where), line, column);
      shown.pop_back();
      CHECK((end == std::string::npos ? "" : message.substr(end + 1)) == shown);
      CHECK(shown.find('^') != std::string::npos);
    }
  }
}
