#include "reading.hpp"

#include "data_file.hpp"
#include "migration.hpp"

#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <fstream>
#include <utility>

namespace canary::store {
namespace {

/// How far a daemon may grow the file while it is read. Addresses cost nothing.
constexpr std::uint64_t room_to_grow = 64ull << 30;

constexpr std::size_t most_entries = 500, most_bytes = 1u << 20;

}  // namespace

error reading::problem(const std::filesystem::path& file, const lmdb::fault& fault) {
  const std::string said = fault.what();
  if (fault.is_not_lmdb()) return file_error(file, "is not a database of canaryd's");
  if (fault.is_other_version()) return file_error(file, "was written by another version of LMDB: " + said);
  if (fault.is_damage()) return file_error(file, "is damaged (" + said + "); restore it from a copy");
  if (fault.is_map_full()) return file_error(file, "is full; give it more room with --db.max-size");
  if (fault.code == ENOSPC || fault.code == EDQUOT) {
    return file_error(file, "cannot grow: " + said + "; make room on its disk");
  }
  if (fault.code == EACCES || fault.code == EPERM) {
    return file_error(file, "cannot be read: " + said + "; do this as canaryd's user, who can write it and " +
                                file.string() + "-lock");
  }
  return file_error(file, "cannot be used: " + said);
}

result<std::unique_ptr<reading>> reading::open(const std::filesystem::path& named) {
  const auto file = file_behind(named);
  // A daemon may put a smaller copy in the file's place. Once LMDB has locked the file it cannot; what was opened just
  // before is not the file any more.
  for (int attempts = 0; attempts < 100; ++attempts) {
    if (const auto looked_at = data_file::inspect(file); !looked_at) return looked_at.error();
    make_lock_file(file);
    auto made = guarded(file, [&]() -> result<std::unique_ptr<reading>> {
      std::unique_ptr<reading> out(new reading);
      out->env_ = lmdb::environment::to_read(file, table_count, room_to_grow);
      if (!is_name_of(file, out->env_->descriptor())) return std::unique_ptr<reading>();
      lmdb::transaction looking(*out->env_, lmdb::transaction::access::read);
      if (looking.count(looking.root_table()) == 0) return file_error(file, "holds nothing yet");
      const auto found = open_tables(looking, {});
      if (!found) return file_error(file, found.error().message);
      out->in_ = *found;
      out->schema_ = number_of(looking.get(out->in_.meta, "schema").value_or("")).value_or(0);
      looking.commit();  // the tables' handles outlive it
      out->txn_ = std::make_unique<lmdb::transaction>(*out->env_, lmdb::transaction::access::read);
      return out;
    });
    if (!made || *made != nullptr) return made;
  }
  return file_error(file, "is replaced again and again");
}

result<void> reading::require_current(const std::filesystem::path& file) const {
  if (schema_ == schema_version && !is_migrating(txn(), in_)) return {};
  return file_error(file, schema_ == schema_version
                              ? "is being brought to this version; let canaryd finish that first"
                              : "is of version " + std::to_string(schema_) + ", and this needs " +
                                    std::to_string(schema_version) + "; canaryd brings it there when it starts");
}

void reading::touched(std::string_view bytes) {
  if (lowest_ == nullptr || bytes.data() < lowest_) lowest_ = bytes.data();
  if (bytes.data() + bytes.size() > highest_) highest_ = bytes.data() + bytes.size();
}

void reading::rest() {
  if (std::exchange(resting_, true)) return;
  txn_->reset();
  forget_memory();
}

void reading::renew() {
  rest();
  txn_->renew();
  resting_ = false;
}

void reading::forget_memory() {
  if (lowest_ == nullptr) return;
  // All between the ends, for keys and what lookups met lie there, too. The pages stay in the system's cache; they only
  // do not count as this process's any more.
  const auto page = static_cast<std::uintptr_t>(::sysconf(_SC_PAGESIZE));
  const auto from = reinterpret_cast<std::uintptr_t>(lowest_) / page * page;
  const auto to = (reinterpret_cast<std::uintptr_t>(highest_) + page - 1) / page * page;
  ::madvise(reinterpret_cast<void*>(from), to - from, MADV_DONTNEED);
}

std::optional<int> locked_by(const std::filesystem::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) != 0) return std::nullopt;
  char wanted[64];
  std::snprintf(wanted, sizeof wanted, "%02x:%02x:%llu", ::major(status.st_dev), ::minor(status.st_dev),
                static_cast<unsigned long long>(status.st_ino));
  std::ifstream locks("/proc/locks");
  for (std::string line; std::getline(locks, line);) {
    int process = 0;
    char kind[16], place[64];
    if (std::sscanf(line.c_str(), "%*s %15s %*s %*s %d %63s", kind, &process, place) == 3 &&
        std::string_view(kind) == "FLOCK" && std::string_view(place) == wanted) {
      return process;
    }
  }
  return std::nullopt;
}

void walk_in_slices(reading& from, lmdb::table table, lmdb::shape shape, std::string_view start,
                    const std::function<step(const lmdb::entry&)>& visit, const std::function<bool()>& after_slice) {
  const bool ids = shape == lmdb::shape::many_ids;
  std::string key(start), id;
  bool begun = false;
  for (bool more = true; more;) {
    {
      lmdb::cursor walk(from.txn(), table);
      auto at = ids && begun ? walk.id_or_key_after(key, id) : key.empty() ? walk.first() : walk.at_or_after(key);
      if (begun && !ids && at && at->key == key) at = walk.next();
      std::size_t entries = 0, bytes = 0;
      step next = step::on;
      for (; at && next == step::on && entries < most_entries && bytes < most_bytes; at = walk.next(), ++entries) {
        from.touched(at->value);
        bytes += at->value.size();
        next = visit(*at);
        key = at->key;
        if (ids) id = at->value;
        begun = true;
      }
      more = at.has_value() && next != step::end;
    }
    from.rest();
    if (!after_slice()) return;
    from.renew();
  }
}

}  // namespace canary::store
