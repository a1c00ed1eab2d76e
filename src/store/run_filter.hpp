#pragma once
// A listing's conditions: which lists to walk for it, and which runs of them to show.

#include "canary/store/store.hpp"
#include "id_walk.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace canary::store {

class run_filter {
 public:
  /// Looks the tests' numbers up. Throws `lmdb::fault`.
  run_filter(const lmdb::transaction& txn, const tables& in, const run_query& query);

  /// The shortest lists that hold all that is asked for. None where nothing can match.
  const std::vector<id_list>& lists() const { return lists_; }

  bool matches(const run_record& record, std::uint32_t test_number) const;

 private:
  void choose(const tables& in);
  void add_lists(lmdb::table table, std::uint8_t part);

  const run_query& query_;
  bool of_all_ = true;
  std::vector<std::uint32_t> numbers_;  ///< sorted; of all tests where `of_all_`
  std::vector<id_list> lists_;
};

}  // namespace canary::store
