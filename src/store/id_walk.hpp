#pragma once
// Ids of runs, newest first, out of one or several lists of a table: those of some tests, or of some classes.

#include "lmdb.hpp"
#include "schema.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace canary::store {

/// One list: what `key` holds in a table of ids; without a key, the keys of a table of runs.
struct id_list {
  lmdb::table table = 0;
  std::optional<std::string> key;
};

/// Steps through all of the lists at once, each id once. Must not outlive the transaction. Members throw `lmdb::fault`.
class id_walk {
 public:
  /// Begins at the newest id, or at the newest below `bound`. A list costs a look-up.
  id_walk(const lmdb::transaction& txn, const std::vector<id_list>& lists, const std::optional<run_id>& bound);

  /// Empty at the end.
  std::optional<run_id> id() const { return id_; }

  /// The entry's value, where the id is a key of its table; else empty.
  std::optional<std::string_view> value() const { return value_; }

  void advance();

 private:
  struct lane {
    lane(const lmdb::transaction& txn, const id_list& of) : at(txn, of.table), key(of.key) {}
    bool start(const std::optional<run_id>& bound);
    bool advance();
    bool take(const std::optional<lmdb::entry>& found);
    bool take(const std::optional<std::string_view>& found);

    lmdb::cursor at;
    std::optional<std::string> key;
    run_id head;
    std::optional<std::string_view> value;
  };
  static bool older(const std::unique_ptr<lane>& a, const std::unique_ptr<lane>& b) { return a->head < b->head; }
  void show_newest();

  std::vector<std::unique_ptr<lane>> lanes_;  ///< a heap, the newest head first
  std::optional<run_id> id_;
  std::optional<std::string_view> value_;
};

}  // namespace canary::store
