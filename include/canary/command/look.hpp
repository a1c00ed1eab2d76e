#pragma once
// How output may look where it goes to.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace canary::command {

/// What is given is for a pipe: plain, and the same whatever the machine's locale is.
struct look {
  bool colour = false;          ///< with escapes
  bool unicode = false;         ///< marks and lines beyond ASCII
  bool foreign_letters = true;  ///< texts from outside may have them; false on a terminal that would garble them
  std::size_t width = 0;        ///< columns of the terminal; 0 where it is none
};

enum class colour_wish : unsigned char { when_terminal, always, never };

/// What is known of standard output.
struct output_facts {
  bool terminal = false;
  std::size_t columns = 0;  ///< as the terminal says; 0 where it does not
};

output_facts facts_of_output(int descriptor);

/// Pure. Without a wish, colours are for terminals: not where NO_COLOR is set and not empty or TERM is 'dumb', and in
/// pipes too where CLICOLOR_FORCE is set and not 0. Characters beyond ASCII are for a UTF-8 locale.
look choose_look(const output_facts& output, colour_wish wish, const std::function<const char*(const char*)>& get);

/// An escape sequence for what is written next, '' where there are no colours.
namespace ink {
inline constexpr std::string_view good = "32", bad = "31", careful = "33", faint = "2", strong = "1", violet = "35",
                                  blue = "34", cyan = "36";
}  // namespace ink

/// `text` in that ink. Escapes are always closed.
std::string painted(const look& as, std::string_view with, std::string_view text);

/// A text from outside. Control characters but tabs and line ends are '?': nothing that a stranger says steers a
/// terminal. Each further line begins with `indentation`.
std::string harmless(const look& as, std::string_view text, std::string_view indentation = {});

/// How many columns a terminal takes for it: 2 for a wide character, 0 for one that combines. UTF-8; a tab is 1.
std::size_t columns_of(std::string_view text);

/// At most so many columns of a line, the middle of a longer one left out.
std::string fitted(const look& as, std::string_view text, std::size_t columns);

/// `text`, and spaces up to so many columns.
std::string padded(std::string text, std::size_t columns);

}  // namespace canary::command
