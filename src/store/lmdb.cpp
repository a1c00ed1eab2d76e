#include "lmdb.hpp"

#include <lmdb.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace canary::store::lmdb {
namespace {

// LMDB calls this where its file holds what cannot be, and aborts the process if it returns. Throwing unwinds LMDB's
// own frames; what they had begun, the transaction's destructor ends.
void on_assertion(MDB_env*, const char* what) { throw fault(MDB_CORRUPTED, what); }

void check(int code, const char* doing) {
  if (code != MDB_SUCCESS) throw fault(code, doing);
}

MDB_val value_of(std::string_view bytes) { return {bytes.size(), const_cast<char*>(bytes.data())}; }

std::string_view view_of(const MDB_val& value) { return {static_cast<const char*>(value.mv_data), value.mv_size}; }

constexpr std::uint64_t most_page_size = 65536;

unsigned flags_of(shape s) { return s == shape::many_ids ? MDB_DUPSORT | MDB_DUPFIXED : 0u; }

}  // namespace

fault::fault(int why, const std::string& doing) : std::runtime_error(doing + ": " + mdb_strerror(why)), code(why) {}

bool fault::is_final() const { return code == MDB_PANIC; }
bool fault::is_map_full() const { return code == MDB_MAP_FULL; }
bool fault::is_not_lmdb() const { return code == MDB_INVALID; }
bool fault::is_other_version() const { return code == MDB_VERSION_MISMATCH; }
bool fault::is_damage() const {
  return code == MDB_CORRUPTED || code == MDB_PAGE_NOTFOUND || code == MDB_PANIC || code == MDB_CURSOR_FULL ||
         code == MDB_BAD_TXN || code == MDB_INCOMPATIBLE || code == MDB_BAD_VALSIZE;
}

// NORDAHEAD: a table's pages lie among those of others, and what the kernel reads ahead would push out what is in use.
// NOTLS: the loop's snapshot belongs to its object, not to a thread.
environment::environment(const std::filesystem::path& file, std::uint64_t max_size, unsigned tables, sync how) {
  const unsigned durability = how == sync::relaxed ? MDB_NOMETASYNC : 0u;
  open(file, max_size, tables, MDB_NOSUBDIR | MDB_NORDAHEAD | MDB_NOTLS | durability);
}

std::unique_ptr<environment> environment::to_read(const std::filesystem::path& file, unsigned tables,
                                                  std::uint64_t room) {
  std::error_code unknown;
  const std::uint64_t size = std::filesystem::file_size(file, unknown);
  std::unique_ptr<environment> made(new environment);
  made->open(file, unknown ? room : size / most_page_size * most_page_size + room, tables,
             MDB_NOSUBDIR | MDB_NOTLS | MDB_RDONLY);
  return made;
}

void environment::open(const std::filesystem::path& file, std::uint64_t max_size, unsigned tables, unsigned flags) {
  check(mdb_env_create(&env_), "preparing");
  try {
    check(mdb_env_set_assert(env_, on_assertion), "preparing");
    check(mdb_env_set_maxdbs(env_, tables), "preparing");
    if (max_size > 0) check(mdb_env_set_mapsize(env_, max_size), "preparing");
    check(mdb_env_open(env_, file.c_str(), flags, 0640), "opening");
  } catch (...) {
    mdb_env_close(env_);
    env_ = nullptr;
    throw;
  }
}

environment::~environment() {
  if (env_ != nullptr) mdb_env_close(env_);
}

std::uint64_t environment::used() const {
  MDB_envinfo info;
  MDB_stat stat;
  check(mdb_env_info(env_, &info), "asking for the size");
  check(mdb_env_stat(env_, &stat), "asking for the page size");
  return (info.me_last_pgno + 1) * stat.ms_psize;
}

void environment::resize(std::uint64_t max_size) { check(mdb_env_set_mapsize(env_, max_size), "resizing"); }

void environment::forget_dead_readers() {
  int dead = 0;
  check(mdb_reader_check(env_, &dead), "looking for dead readers");
}

extent environment::size() const {
  MDB_envinfo info;
  MDB_stat stat;
  check(mdb_env_info(env_, &info), "asking for the size");
  check(mdb_env_stat(env_, &stat), "asking for the page size");
  return {stat.ms_psize, info.me_last_pgno + 1, info.me_mapsize};
}

int environment::descriptor() const {
  int descriptor = -1;
  check(mdb_env_get_fd(env_, &descriptor), "asking for the file");
  return descriptor;
}

std::vector<reader> environment::readers() const {
  // LMDB tells of them in lines for people: process, thread, and the snapshot's number or '-'.
  std::vector<reader> found;
  const auto read_line = [](const char* line, void* to) {
    int process = 0;
    char thread[32], snapshot[32];
    if (std::sscanf(line, "%d %31s %31s", &process, thread, snapshot) == 3) {
      reader r{process, std::nullopt};
      if (snapshot[0] != '-') r.snapshot = std::strtoull(snapshot, nullptr, 10);
      static_cast<std::vector<reader>*>(to)->push_back(r);
    }
    return 0;
  };
  if (const int code = mdb_reader_list(env_, read_line, &found); code < 0) check(code, "listing readers");
  return found;
}

void environment::copy_to(int descriptor, bool compact) const {
  check(mdb_env_copyfd2(env_, descriptor, compact ? MDB_CP_COMPACT : 0u), "copying");
}

transaction::transaction(environment& env, access mode) {
  check(mdb_txn_begin(env.get(), nullptr, mode == access::read ? MDB_RDONLY : 0u, &txn_), "beginning a transaction");
}

transaction::~transaction() {
  if (txn_ != nullptr) mdb_txn_abort(txn_);
}

void transaction::commit() {
  MDB_txn* const ending = txn_;
  txn_ = nullptr;  // freed by LMDB, whatever comes of it
  check(mdb_txn_commit(ending), "committing");
}

void transaction::reset() { mdb_txn_reset(txn_); }

void transaction::renew() { check(mdb_txn_renew(txn_), "taking a snapshot"); }

std::optional<table> transaction::find_table(const char* name, shape s) {
  table t = 0;
  const int code = mdb_dbi_open(txn_, name, flags_of(s), &t);
  if (code == MDB_NOTFOUND || code == MDB_INCOMPATIBLE) return std::nullopt;
  check(code, "opening a table");
  unsigned flags = 0;
  check(mdb_dbi_flags(txn_, t, &flags), "opening a table");
  if (flags != flags_of(s)) return std::nullopt;
  return t;
}

table transaction::make_table(const char* name, shape s) {
  table t = 0;
  check(mdb_dbi_open(txn_, name, flags_of(s) | MDB_CREATE, &t), "making a table");
  return t;
}

table transaction::root_table() {
  table t = 0;
  check(mdb_dbi_open(txn_, nullptr, 0, &t), "opening the table of tables");
  return t;
}

std::uint64_t transaction::count(table t) const {
  MDB_stat stat;
  check(mdb_stat(txn_, t, &stat), "counting");
  return stat.ms_entries;
}

table_figures transaction::figures(table t) const {
  MDB_stat stat;
  check(mdb_stat(txn_, t, &stat), "counting");
  return {stat.ms_entries, stat.ms_branch_pages + stat.ms_leaf_pages + stat.ms_overflow_pages, stat.ms_depth};
}

std::uint64_t transaction::free_bytes() const {
  MDB_stat stat;
  check(mdb_stat(txn_, free_pages, &stat), "counting free pages");
  std::uint64_t pages = 0;
  cursor walk(*this, free_pages);
  // Each entry is a list of page numbers that begins with its length.
  for (auto at = walk.first(); at; at = walk.next()) {
    std::size_t length = 0;
    if (at->value.size() < sizeof length) continue;
    std::memcpy(&length, at->value.data(), sizeof length);
    pages += std::min(length, at->value.size() / sizeof length - 1);
  }
  return pages * stat.ms_psize;
}

std::uint64_t transaction::number() const { return mdb_txn_id(txn_); }

bool transaction::has_id(table t, std::string_view key, std::string_view id) const {
  return cursor(*this, t).has_id(key, id);
}

std::optional<std::string_view> transaction::get(table t, std::string_view key) const {
  ++steps_;
  MDB_val k = value_of(key), v{};
  const int code = mdb_get(txn_, t, &k, &v);
  if (code == MDB_NOTFOUND) return std::nullopt;
  check(code, "reading");
  return view_of(v);
}

void transaction::put(table t, std::string_view key, std::string_view value) {
  MDB_val k = value_of(key), v = value_of(value);
  check(mdb_put(txn_, t, &k, &v, 0), "writing");
}

bool transaction::put_new(table t, std::string_view key, std::string_view value) {
  MDB_val k = value_of(key), v = value_of(value);
  // APPEND leaves full pages behind where keys ascend. Where this one does not, LMDB says so, and inserts in the
  // middle.
  int code = mdb_put(txn_, t, &k, &v, MDB_APPEND);
  if (code == MDB_KEYEXIST) code = mdb_put(txn_, t, &k, &v, MDB_NOOVERWRITE);
  if (code == MDB_KEYEXIST) return false;
  check(code, "writing");
  return true;
}

void transaction::add_id(table t, std::string_view key, std::string_view id) {
  MDB_val k = value_of(key), v = value_of(id);
  int code = mdb_put(txn_, t, &k, &v, MDB_APPENDDUP);
  if (code == MDB_KEYEXIST) code = mdb_put(txn_, t, &k, &v, MDB_NODUPDATA);
  if (code != MDB_KEYEXIST) check(code, "writing");
}

bool transaction::remove(table t, std::string_view key) {
  MDB_val k = value_of(key);
  const int code = mdb_del(txn_, t, &k, nullptr);
  if (code == MDB_NOTFOUND) return false;
  check(code, "removing");
  return true;
}

bool transaction::remove_id(table t, std::string_view key, std::string_view id) {
  MDB_val k = value_of(key), v = value_of(id);
  const int code = mdb_del(txn_, t, &k, &v);
  if (code == MDB_NOTFOUND) return false;
  check(code, "removing");
  return true;
}

cursor::cursor(const transaction& txn, table t) : txn_(txn) {
  check(mdb_cursor_open(txn.txn_, t, &cursor_), "opening a cursor");
}

cursor::~cursor() { mdb_cursor_close(cursor_); }

std::optional<entry> cursor::move(int operation, std::string_view key, std::string_view value) {
  ++txn_.steps_;
  MDB_val k = value_of(key), v = value_of(value);
  const int code = mdb_cursor_get(cursor_, &k, &v, static_cast<MDB_cursor_op>(operation));
  if (code == MDB_NOTFOUND) return std::nullopt;
  check(code, "reading");
  return entry{view_of(k), view_of(v)};
}

std::optional<entry> cursor::first() { return move(MDB_FIRST); }
std::optional<entry> cursor::last() { return move(MDB_LAST); }
std::optional<entry> cursor::next() { return move(MDB_NEXT); }
std::optional<entry> cursor::previous() { return move(MDB_PREV); }

std::optional<entry> cursor::before(std::string_view key) {
  return move(MDB_SET_RANGE, key) ? move(MDB_PREV) : move(MDB_LAST);
}

std::optional<entry> cursor::at_or_after(std::string_view key) { return move(MDB_SET_RANGE, key); }

std::optional<entry> cursor::id_or_key_after(std::string_view key, std::string_view id) {
  if (move(MDB_GET_BOTH_RANGE, key, id)) {
    const auto found = move(MDB_GET_CURRENT);
    return found && found->value == id ? next() : found;
  }
  const auto found = at_or_after(key);
  return found && found->key == key ? next_key() : found;
}

std::optional<entry> cursor::next_key() { return move(MDB_NEXT_NODUP); }

std::uint64_t cursor::ids() const {
  std::size_t count = 0;
  check(mdb_cursor_count(cursor_, &count), "counting");
  return count;
}

bool cursor::has_id(std::string_view key, std::string_view id) { return move(MDB_GET_BOTH, key, id).has_value(); }

std::optional<std::string_view> cursor::last_id(std::string_view key) {
  if (!move(MDB_SET, key)) return std::nullopt;
  const auto found = move(MDB_LAST_DUP);
  return found ? std::optional(found->value) : std::nullopt;
}

std::optional<std::string_view> cursor::id_before(std::string_view key, std::string_view id) {
  return move(MDB_GET_BOTH_RANGE, key, id) ? previous_id() : last_id(key);
}

std::optional<std::string_view> cursor::previous_id() {
  const auto found = move(MDB_PREV_DUP);
  return found ? std::optional(found->value) : std::nullopt;
}

std::optional<std::string_view> cursor::first_id(std::string_view key) {
  const auto found = move(MDB_SET_KEY, key);
  return found ? std::optional(found->value) : std::nullopt;
}

std::optional<std::string_view> cursor::id_at_or_after(std::string_view key, std::string_view id) {
  const auto found = move(MDB_GET_BOTH_RANGE, key, id);
  return found ? std::optional(found->value) : std::nullopt;
}

std::optional<std::string_view> cursor::next_id() {
  const auto found = move(MDB_NEXT_DUP);
  return found ? std::optional(found->value) : std::nullopt;
}

std::size_t cursor::count_ids() {
  std::size_t count = 0;
  check(mdb_cursor_count(cursor_, &count), "counting");
  return count;
}

}  // namespace canary::store::lmdb
