#pragma once
// What was answered, searched for values that later requests send back.

#include "command/import/json_place.hpp"
#include "command/import/recording.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace canary::command {

/// Where a value came from.
struct answered_value {
  std::size_t request = 0;
  json_path path;             ///< of a text in JSON; empty where it stood on a page
  std::string before, after;  ///< on a page: the text before it, which is there nowhere earlier, and what ends it
};

class answers {
 public:
  /// Takes in what the request of this number was answered. The recording outlives this.
  void add(const recorded_request& request, std::size_t number);

  /// The first place of a telling value (`is_telling`). JSON goes before pages.
  std::optional<answered_value> find(std::string_view value) const;

 private:
  struct page {
    std::size_t request;
    std::string_view text;
  };
  std::unordered_map<std::string, answered_value> texts_;
  std::vector<page> pages_;
};

}  // namespace canary::command
