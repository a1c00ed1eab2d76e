#include "compaction.hpp"

#include "canary/store/maintenance.hpp"
#include "copying.hpp"
#include "data_file.hpp"
#include "taking_place.hpp"

#include <algorithm>

namespace canary::store {
namespace {

std::vector<std::uint64_t> counts_of(const database& of) {
  std::vector<std::uint64_t> out;
  const lmdb::transaction txn(*of.env, lmdb::transaction::access::read);
  for (const auto& [name, table] : list_tables(of.in)) out.push_back(txn.count(table));
  return out;
}

result<std::shared_ptr<database>> opened_copy(const std::filesystem::path& copied, std::uint64_t map_size,
                                              lmdb::sync sync) {
  auto file = data_file::open(copied, data_file::making::never);
  if (!file) return file.error();
  auto copy = std::make_shared<database>(database{std::move(*file), nullptr, {}, 0});
  copy->env = std::make_unique<lmdb::environment>(copied, map_size, table_count, sync);
  lmdb::transaction txn(*copy->env, lmdb::transaction::access::write);
  const auto found = open_tables(txn, {});
  if (!found) return error{copied.string() + " " + found.error().message};
  copy->in = *found;
  txn.commit();
  return copy;
}

result<std::shared_ptr<database>> replaced(const database& from, const std::filesystem::path& path,
                                           std::uint64_t max_size, lmdb::sync sync,
                                           const std::function<bool(std::uint64_t)>& meanwhile) {
  const auto copied = unfinished_copy(path);
  if (!is_name_of(path, from.env->descriptor())) return lost_its_name(path);
  {
    auto made = new_file::make(copied);
    if (!made) return made.error();
    copy_environment(*from.env, true, *made, meanwhile);
    made->resemble(path);
    if (auto synced = made->sync(); !synced) return synced.error();
    made->keep();
  }
  auto copy = opened_copy(copied, std::max(max_size, from.env->size().map_size), sync);
  if (!copy) return copy.error();
  if (counts_of(**copy) != counts_of(from)) return error{"the copy does not hold what the file does"};
  auto lock = open_lock(copied);
  if (!lock) return lock.error();
  const auto placed = take_place(copied, path, from.env->descriptor(), *lock);
  (*copy)->file.keep_open(lock->release());
  if (!placed) return placed.error();
  (*copy)->file.renamed(path);
  (*copy)->interrupted = from.interrupted;
  return copy;
}

}  // namespace

result<std::shared_ptr<database>> compacted(const database& from, const std::filesystem::path& path,
                                            std::uint64_t max_size, lmdb::sync sync,
                                            const std::function<bool(std::uint64_t)>& meanwhile) {
  result<std::shared_ptr<database>> copy = error{};
  try {
    copy = replaced(from, path, max_size, sync, meanwhile);
  } catch (const lmdb::fault& fault) {
    copy = error{fault.what()};
  }
  // Either what was being made, or what was there before.
  remove_unfinished_copy(path);
  return copy;
}

}  // namespace canary::store
