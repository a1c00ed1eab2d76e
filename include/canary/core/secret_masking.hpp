#pragma once
// Values that nobody is to read in what a run leaves behind. Pure.

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace canary {

/// Values by name.
using secret_map = std::map<std::string, std::string, std::less<>>;

/// What is shorter stands in too many places by chance.
inline constexpr std::size_t shortest_secret = 4;

class secret_masking {
 public:
  /// Masks this value from now on, also as a URL's query and a form have it. One shorter than `shortest_secret` bytes
  /// is not masked.
  void add(std::string_view value);

  bool empty() const { return hidden_.empty(); }

  /// Puts '***' in place of each of the values, of the longest first.
  void mask(std::string& text) const;

 private:
  std::vector<std::string> hidden_;  ///< longest first, each once
};

}  // namespace canary
