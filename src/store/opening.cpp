#include "opening.hpp"

#include "inspection.hpp"
#include "recovery.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace canary::store {
namespace {

constexpr std::uint64_t most_reserve = 4u << 20;
constexpr int most_reserves = 8;
constexpr std::uint64_t least_size = 64u << 10;

/// How long a start may take over looking at the file: enough for some hundred thousand pages.
constexpr std::chrono::milliseconds patience{500};

/// LMDB takes multiples of the page size only.
std::uint64_t whole_pages(std::uint64_t size) {
  const auto page = static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
  return (std::max(size, least_size) + page - 1) / page * page;
}

/// What a full file may exceed its limit by, and then again as often as it takes.
std::uint64_t reserve_of(std::uint64_t max_size) { return std::min(most_reserve, max_size / 8); }

std::string damaged(const std::string& where) { return "is damaged (" + where + ")" + restore_advice; }

std::string problem(const lmdb::fault& fault, const std::filesystem::path& path) {
  const std::string said = fault.what();
  if (fault.is_not_lmdb()) return "is not a database of canaryd's; choose another --db.file, or move it away";
  if (fault.is_other_version()) return "was written by another version of LMDB: " + said;
  if (fault.is_damage()) {
    return damaged(said);
  }
  if (fault.is_map_full()) return "is full; give it more room with --db.max-size";
  switch (fault.code) {
    case ENOMEM:
      return "cannot be mapped: " + said + "; let --db.max-size be less than the process's address space";
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return "cannot grow: " + said + "; make room on its disk";
    case EACCES:
    case EPERM:
    case EROFS:
    case EISDIR:
      return "cannot be opened: " + said + "; let canaryd's user write it and " + path.string() + "-lock beside it";
    default:
      return "cannot be opened: " + said;
  }
}

/// A file that is shorter than its header says may have lost pages that are in use: it is looked at to its end.
result<void> look_through(const data_file& file, const std::filesystem::path& path, const clock* time) {
  if (file.size() == 0) return {};
  std::function<bool()> time_is_up;
  if (time != nullptr && file.lacking() == 0) {
    time_is_up = [time, end = time->mono() + patience] { return time->mono() >= end; };
  }
  const finding found = inspect(file.descriptor(), file.size(), time_is_up);
  if (found.what == finding::kind::cut_off) return file.cut_off();
  if (found.what == finding::kind::damaged) return file_error(path, damaged(found.where));
  return {};
}

/// In a full file, each try gets some more room. Throws `lmdb::fault`. Whether there are more unfinished runs.
bool end_some(database& db, const opening& how) {
  for (int tries = 0;; ++tries) {
    std::uint64_t ended = 0;
    try {
      lmdb::transaction txn(*db.env, lmdb::transaction::access::write);
      const bool more = end_unfinished(txn, db.in, how.now, ended);
      txn.commit();
      db.interrupted += ended;
      return more;
    } catch (const lmdb::fault& fault) {
      if (!fault.is_map_full() || tries == most_reserves) throw;
    }
    const std::uint64_t more_room = static_cast<std::uint64_t>(tries + 2) * reserve_of(how.max_size);
    db.env->resize(whole_pages(std::max(how.max_size, db.env->used() + more_room)));
  }
}

/// Throws `lmdb::fault`.
result<void> open_tables_of(database& db, const opening& how) {
  {
    lmdb::transaction txn(*db.env, lmdb::transaction::access::write);
    const auto found = open_tables(txn, how.now);
    if (!found) return file_error(how.path, found.error().message);
    db.in = *found;
    begin_migration(txn, db.in);
    txn.commit();
  }
  migrate(*db.env, db.in, how.migrated);
  for (bool more = how.ends_unfinished; more;) more = end_some(db, how);
  return {};
}

}  // namespace

result<database> open_database(const opening& how) {
  const auto& [named, max_size, now, sync, migrated, time, ends_unfinished] = how;
  const auto path = file_behind(named);
  auto file = data_file::open(path);
  if (!file) return file.error();
  if (auto reserved = file->reserve_lock_file(); !reserved) return reserved.error();
  if (auto looked = look_through(*file, path, time); !looked) return looked.error();
  if (file->lacking() > 0) {
    if (auto filled = file->fill_up(); !filled) return filled.error();
  }
  database db{std::move(*file), nullptr, {}, 0};
  result<void> opened;
  try {
    db.env = std::make_unique<lmdb::environment>(path, whole_pages(max_size), table_count, sync);
    db.env->resize(whole_pages(std::max(max_size, db.env->used() + reserve_of(max_size))));
    db.env->forget_dead_readers();
    opened = open_tables_of(db, how);
  } catch (const lmdb::fault& fault) {
    opened = file_error(path, problem(fault, path));
  }
  if (opened) return db;
  db.env.reset();
  if (db.file.lacking() > 0) db.file.restore_size();
  return opened.error();
}

}  // namespace canary::store
