#pragma once
// LMDB as objects that clean up after themselves. lmdb.cpp is the one file that calls it.

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct MDB_env;
struct MDB_txn;
struct MDB_cursor;

namespace canary::store::lmdb {

/// Why something failed, in LMDB's words; `code` is LMDB's or the system's.
struct fault : std::runtime_error {
  fault(int why, const std::string& doing);
  int code;

  bool is_map_full() const;
  bool is_final() const;          ///< nothing goes any more until the file is opened anew
  bool is_not_lmdb() const;       ///< the file is none of LMDB's
  bool is_other_version() const;  ///< of LMDB's file format
  bool is_damage() const;         ///< LMDB met something in the file that cannot be
};

using table = unsigned int;
struct entry {
  std::string_view key, value;
};

/// What a table's keys hold: one value, or many ids of 16 bytes, sorted.
enum class shape { one_value, many_ids };

/// Whether a commit waits for the disk to have all of it. With `relaxed`, the page that says which version of the file
/// is the newest is left to the system: should it go down, some of the last commits are undone, and nothing else is.
enum class sync { full, relaxed };

class environment {
 public:
  /// Opens `file`, or makes it where it is empty. All of it is mapped: `max_size` bytes of address space. Throws
  /// `fault`.
  environment(const std::filesystem::path& file, std::uint64_t max_size, unsigned tables, sync how = sync::full);
  ~environment();
  environment(const environment&) = delete;
  environment& operator=(const environment&) = delete;

  /// Bytes of the file that are in use, free pages among them.
  std::uint64_t used() const;

  /// Raises the size limit. No transaction may be open.
  void resize(std::uint64_t max_size);

  /// Frees the places that readers left behind who died.
  void forget_dead_readers();

  MDB_env* get() const { return env_; }

 private:
  MDB_env* env_ = nullptr;
};

/// A snapshot to read, or the one writing transaction. Views it returns hold until it ends (or, when writing, changes).
class transaction {
 public:
  enum class access { read, write };

  /// Waits where another process writes. Throws `fault`.
  transaction(environment& env, access mode);
  ~transaction();
  transaction(const transaction&) = delete;
  transaction& operator=(const transaction&) = delete;

  void commit();

  /// A reader's snapshot is given up and taken anew; cheaper than making a transaction each time.
  void reset();
  void renew();

  /// Empty where it does not exist; also where it is of another shape.
  std::optional<table> find_table(const char* name, shape s);
  table make_table(const char* name, shape s);
  /// The table of LMDB's own that lists the named ones.
  table root_table();
  /// LMDB's own list of free pages.
  static constexpr table free_pages = 0;

  std::uint64_t count(table t) const;
  /// Of pages that hold nothing, and will be used before the file grows. Of a reading transaction.
  std::uint64_t free_bytes() const;
  std::optional<std::string_view> get(table t, std::string_view key) const;

  /// In place of what was there.
  void put(table t, std::string_view key, std::string_view value);
  /// False, and nothing done, where the key is there already.
  bool put_new(table t, std::string_view key, std::string_view value);
  /// Of `shape::many_ids`. What is there already stays.
  void add_id(table t, std::string_view key, std::string_view id);
  /// False where it was not there.
  bool remove(table t, std::string_view key);
  /// Of `shape::many_ids`: one of the key's ids. False where it was not there.
  bool remove_id(table t, std::string_view key, std::string_view id);

  /// How often it, or a cursor of it, has looked something up or gone a step: the cost of a read, whatever the machine.
  std::uint64_t steps() const { return steps_; }

 private:
  friend class cursor;
  MDB_txn* txn_ = nullptr;
  mutable std::uint64_t steps_ = 0;
};

/// Walks one table. Must not outlive its transaction.
class cursor {
 public:
  cursor(const transaction& txn, table t);
  ~cursor();
  cursor(const cursor&) = delete;
  cursor& operator=(const cursor&) = delete;

  std::optional<entry> first();
  std::optional<entry> last();
  std::optional<entry> next();
  std::optional<entry> previous();
  /// The last entry whose key is below `key`.
  std::optional<entry> before(std::string_view key);
  /// The first entry whose key is `key` or above.
  std::optional<entry> at_or_after(std::string_view key);

  /// Of `shape::many_ids`: the last id of `key`; the last below `id`; the one before the one just returned.
  std::optional<std::string_view> last_id(std::string_view key);
  std::optional<std::string_view> id_before(std::string_view key, std::string_view id);
  std::optional<std::string_view> previous_id();
  /// The first id of `key`; the first that is `id` or above; the one after the one just returned.
  std::optional<std::string_view> first_id(std::string_view key);
  std::optional<std::string_view> id_at_or_after(std::string_view key, std::string_view id);
  std::optional<std::string_view> next_id();

 private:
  std::optional<entry> move(int operation, std::string_view key = {}, std::string_view value = {});

  const transaction& txn_;
  MDB_cursor* cursor_ = nullptr;
};

}  // namespace canary::store::lmdb
