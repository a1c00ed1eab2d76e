#pragma once
// LMDB as objects that clean up after themselves. lmdb.cpp is the one file that calls it.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

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

/// How large an environment is.
struct extent {
  std::uint64_t page_size = 0;  ///< bytes
  std::uint64_t pages = 0;      ///< of the file that are in use, free ones among them
  std::uint64_t map_size = 0;   ///< bytes that it may grow to, as who wrote last had it
};

/// What a table takes. Pages that hold the ids of `shape::many_ids` are not counted where a key has many.
struct table_figures {
  std::uint64_t entries = 0, pages = 0;
  unsigned depth = 0;
};

/// A process that has the environment open to read.
struct reader {
  int process = 0;
  std::optional<std::uint64_t> snapshot;  ///< the transaction that it reads from; empty between reads
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

  /// Opens a file to read alone, also one that another process writes; `room` is how far that may grow it meanwhile, in
  /// bytes. Throws `fault`.
  static std::unique_ptr<environment> to_read(const std::filesystem::path& file, unsigned tables, std::uint64_t room);

  ~environment();
  environment(const environment&) = delete;
  environment& operator=(const environment&) = delete;

  /// Bytes of the file that are in use, free pages among them.
  std::uint64_t used() const;

  /// Raises the size limit. No transaction may be open.
  void resize(std::uint64_t max_size);

  /// Frees the places that readers left behind who died.
  void forget_dead_readers();

  extent size() const;

  /// The open file, for as long as this lives.
  int descriptor() const;

  std::vector<reader> readers() const;

  /// Writes a copy of the newest snapshot, which it holds meanwhile: all pages as they are, or `compact`, without those
  /// that are free. May be called by another thread than uses this otherwise.
  void copy_to(int descriptor, bool compact) const;

  MDB_env* get() const { return env_; }

 private:
  environment() = default;
  void open(const std::filesystem::path& file, std::uint64_t max_size, unsigned tables, unsigned flags);

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
  table_figures figures(table t) const;
  /// The number of the snapshot: it grows by one with each commit.
  std::uint64_t number() const;
  /// Of pages that hold nothing, and will be used before the file grows. Of a reading transaction.
  std::uint64_t free_bytes() const;
  std::optional<std::string_view> get(table t, std::string_view key) const;

  /// Of `shape::many_ids`.
  bool has_id(table t, std::string_view key, std::string_view id) const;

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

  /// Of `shape::many_ids`: the entry after that of `key` and `id`, be it there or not; `next` goes on.
  std::optional<entry> id_or_key_after(std::string_view key, std::string_view id);
  /// The first entry of the next key.
  std::optional<entry> next_key();
  bool has_id(std::string_view key, std::string_view id);
  /// How many ids the key has that was found last.
  std::uint64_t ids() const;

  /// Of `shape::many_ids`: the last id of `key`; the last below `id`; the one before the one just returned.
  std::optional<std::string_view> last_id(std::string_view key);
  std::optional<std::string_view> id_before(std::string_view key, std::string_view id);
  std::optional<std::string_view> previous_id();
  /// The first id of `key`; the first that is `id` or above; the one after the one just returned.
  std::optional<std::string_view> first_id(std::string_view key);
  std::optional<std::string_view> id_at_or_after(std::string_view key, std::string_view id);
  std::optional<std::string_view> next_id();
  /// How many the key where it stands has.
  std::size_t count_ids();

 private:
  std::optional<entry> move(int operation, std::string_view key = {}, std::string_view value = {});

  const transaction& txn_;
  MDB_cursor* cursor_ = nullptr;
};

}  // namespace canary::store::lmdb
