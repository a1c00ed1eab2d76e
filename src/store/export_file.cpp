#include "canary/store/maintenance.hpp"

#include "canary/core/system_text.hpp"
#include "copying.hpp"
#include "data_file.hpp"
#include "target_file.hpp"

#include <unistd.h>

#include <cerrno>

namespace canary::store {
namespace {

/// 0, or an errno.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

}  // namespace

result<export_summary> export_to_file(const std::filesystem::path& from, const std::filesystem::path& named,
                                      bool replace, const export_filter& filter, const progress_listener& listener) {
  const auto to = file_behind(named);
  if (auto free = may_become(from, to, replace); !free) return free.error();
  auto made = new_file::make(unfinished_copy(to));
  if (!made) return made.error();
  if (replace) made->resemble(to);
  int why = 0;
  auto done = export_runs(
      from, filter,
      [&](std::string_view lines) {
        why = write_all(made->descriptor(), lines);
        return why == 0;
      },
      listener);
  if (!done) return done.error();
  if (why != 0) return error{to.string() + " cannot be written: " + system_text(why)};
  if (auto synced = made->sync(); !synced) return synced.error();
  if (auto renamed = made->rename(to, replace); !renamed) return renamed.error();
  if (auto synced = sync_folder_of(to); !synced) return synced.error();
  return done;
}

}  // namespace canary::store
