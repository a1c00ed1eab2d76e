#pragma once
// What one query may take.

#include <cstddef>
#include <functional>
#include <string_view>

namespace canary::api::graphql {

/// The defaults let GraphiQL's introspection and a list of 1,000 runs with every field pass, with room to spare.
struct limits {
  std::size_t max_bytes = 64 * 1024;  ///< of the query's text
  std::size_t max_tokens = 4000;
  /// Levels of braces, with each fragment in place of its spread; also levels of lists and objects in a value.
  std::size_t max_depth = 32;
  std::size_t max_errors = 100;  ///< reported of one query
  /// Of the parts of validation whose work can grow faster than the query: comparing fields that might conflict, and
  /// following variables into fragments.
  std::size_t max_comparisons = 50'000;
  /// Each value in the response costs 1, null and lists included, and a text 1 more for each 512 bytes; each run that
  /// the store is asked for 2; each reading of the store 200, or 2,000 where it has to search for a status. The details
  /// of a run are a reading, and 1 more for ten of its lines, requests, steps and checks, however many of its fields
  /// are asked for. An alias buys nothing.
  std::size_t max_cost = 40'000;
  /// Why a mutation is refused; '' where it is not.
  std::string_view no_mutations = {};
  /// Called between readings of the store and every 500 values of the response, where set. A caller on a coroutine lets
  /// the loop turn here. May throw, which ends the query.
  std::function<void()> pause;
};

}  // namespace canary::api::graphql
