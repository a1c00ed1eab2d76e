#include "canary/core/utf8.hpp"

#include "support/catch.hpp"

#include <string>

using canary::control_length;

TEST_CASE("control characters are those of ASCII, and the ones that UTF-8 writes with two bytes") {
  const struct {
    const char* title;
    std::string text;
    std::size_t length;
  } rows[] = {{"nul", std::string(1, '\0'), 1},
              {"escape", "\x1b[31m", 1},
              {"the last below a space", "\x1f", 1},
              {"a space", " ", 0},
              {"tilde", "~", 0},
              {"delete", "\x7f", 1},
              {"U+0080", "\u0080", 2},
              {"U+009B", "\u009b31m", 2},
              {"U+009F", "\u009f", 2},
              {"U+00A0", "\u00a0", 0},
              {"U+00E9", "\u00e9", 0},
              {"half of one, and a newline", "\xc2\n", 0},
              {"half of one, and nothing", "\xc2", 0},
              {"the other half alone", "\x9b", 0},
              {"three bytes", "\u20ac", 0}};
  for (const auto& r : rows) {
    CAPTURE(r.title);
    CHECK(control_length(r.text) == r.length);
  }
}
