#include "canary/store/maintenance.hpp"
#include "copying.hpp"
#include "data_file.hpp"
#include "inspection.hpp"
#include "reading.hpp"
#include "taking_place.hpp"
#include "target_file.hpp"

#include <algorithm>

namespace canary::store {
namespace {

using counts = std::vector<std::uint64_t>;

std::uint64_t size_of(const std::filesystem::path& file) {
  std::error_code unknown;
  const std::uint64_t size = std::filesystem::file_size(file, unknown);
  return unknown ? 0 : size;
}

/// How many entries each table has.
counts counts_of(const reading& of) {
  counts out;
  for (const auto& [name, table] : list_tables(of.in())) out.push_back(of.txn().count(table));
  return out;
}

struct copied_file {
  new_file file;
  counts before;  ///< the copying began
  counts copied;
  copy_summary done;
};

/// Into a file of a name of its own, on disk.
result<copied_file> copied(const std::filesystem::path& from, const std::filesystem::path& to, bool compact,
                           const progress_listener& listener) {
  auto source = reading::open(from);
  if (!source) return source.error();
  reading& original = **source;
  auto made = new_file::make(unfinished_copy(to));
  if (!made) return made.error();
  copied_file out{std::move(*made), counts_of(original), {}, {}};
  out.done.bytes_before = size_of(from);
  const lmdb::extent size = original.env().size();
  const std::uint64_t pages =
      size.pages - (compact ? std::min(size.pages, original.txn().free_bytes() / size.page_size) : 0);
  const double expected = static_cast<double>(std::max<std::uint64_t>(pages, 1) * size.page_size);
  original.rest();
  copy_environment(original.env(), compact, out.file, [&](std::uint64_t bytes) {
    if (listener) listener({bytes, std::min(static_cast<double>(bytes) / expected, 1.0)});
    return true;
  });
  if (auto synced = out.file.sync(); !synced) return synced.error();
  // What LMDB does not need for the copying it does not look at: a copy of a damaged file is as damaged.
  const finding found = inspect(out.file.descriptor(), size_of(out.file.path()), {});
  if (found.what != finding::kind::whole) {
    const std::string where = found.what == finding::kind::cut_off ? "it is cut off" : found.where;
    return file_error(from, "is damaged (" + where + "), and so would be its copy; nothing was done");
  }
  {
    auto copy = reading::open(out.file.path());
    std::error_code ignored;
    std::filesystem::remove(out.file.path().string() + "-lock", ignored);
    if (!copy) return error{"the copy cannot be read: " + copy.error().message};
    out.copied = counts_of(**copy);
    out.done.runs = (*copy)->txn().count((*copy)->in().runs);
  }
  out.done.bytes_after = size_of(out.file.path());
  return out;
}

result<void> put_in_place(const std::filesystem::path& copied, const std::filesystem::path& file,
                          const data_file& original) {
  std::optional<lock_descriptor> lock;  // closed after the copy is
  const auto opened = reading::open(copied);
  if (!opened) return opened.error();
  auto found = open_lock(copied);
  if (!found) return found.error();
  lock.emplace(std::move(*found));
  return take_place(copied, file, original.descriptor(), *lock);
}

}  // namespace

std::filesystem::path unfinished_copy(const std::filesystem::path& of) {
  return file_behind(of).string() + "-unfinished";
}

result<copy_summary> copy_database(const std::filesystem::path& from, const std::filesystem::path& named,
                                   const copy_options& options, const progress_listener& listener) {
  const auto to = file_behind(named);
  if (auto free = may_become(from, to, options.replace); !free) return free.error();
  return reading::guarded(from, [&]() -> result<copy_summary> {
    auto copy = copied(from, to, options.compact, listener);
    if (!copy) return copy.error();
    copy->file.resemble(from);
    if (auto synced = copy->file.sync(); !synced) return synced.error();
    if (auto renamed = copy->file.rename(to, options.replace); !renamed) return renamed.error();
    if (auto synced = sync_folder_of(to); !synced) return synced.error();
    return copy->done;
  });
}

result<copy_summary> compact_database(const std::filesystem::path& named, const progress_listener& listener) {
  const auto file = file_behind(named);
  // Its lock keeps daemons away until the copy has the file's name.
  const auto locked = data_file::open(file, data_file::making::never);
  if (!locked) return locked.error();
  return reading::guarded(file, [&]() -> result<copy_summary> {
    auto copy = copied(file, file, true, listener);
    if (!copy) return copy.error();
    if (copy->copied != copy->before) return file_error(file, "was changed while it was copied; nothing was done");
    copy->file.resemble(file);
    if (auto synced = copy->file.sync(); !synced) return synced.error();
    const auto placed = put_in_place(copy->file.path(), file, *locked);
    copy->file.keep();
    remove_unfinished_copy(file);
    if (!placed) return placed.error();
    return copy->done;
  });
}

}  // namespace canary::store
