#include "command/new_file.hpp"

#include "canary/core/system_text.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace canary::command {
namespace {

error unwritable(const std::filesystem::path& file, int why) {
  return {file.string() + " cannot be written: " + system_text(why)};
}

// 0, or what went wrong.
int write_all(int to, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(to, text.data(), text.size());
    if (written < 0 && errno != EINTR) return errno;
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

}  // namespace

result<void> check_free(const std::filesystem::path& file, new_file_wish wish) {
  struct stat there {};
  if (::lstat(file.c_str(), &there) != 0) return {};  // what else is wrong shows when it is written
  if (!wish.replace) return error{file.string() + " is there already; --force replaces it"};
  if (S_ISREG(there.st_mode) || S_ISLNK(there.st_mode)) return {};
  return error{file.string() + " is no file that could be replaced"};
}

result<void> write_new_file(const std::filesystem::path& file, std::string_view text, new_file_wish wish) {
  if (auto free = check_free(file, wish); !free) return free;
  // What replaces a file is complete before it has that file's name.
  const std::filesystem::path made =
      wish.replace ? file.string() + "." + std::to_string(::getpid()) + ".new" : file.string();
  const int number = ::open(made.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, wish.is_private ? 0600 : 0666);
  if (number < 0) return unwritable(file, errno);
  int why = write_all(number, text);
  if (::close(number) != 0 && why == 0) why = errno;
  if (why == 0 && wish.replace && ::rename(made.c_str(), file.c_str()) != 0) why = errno;
  if (why == 0) return {};
  ::unlink(made.c_str());
  return unwritable(file, why);
}

result<void> make_private_folder(const std::filesystem::path& folder) {
  if (::mkdir(folder.c_str(), 0700) == 0) return {};
  const int why = errno;
  std::error_code failed;
  if (why == EEXIST && std::filesystem::is_directory(folder, failed)) return {};
  return error{folder.string() + " cannot be made: " + system_text(why)};
}

}  // namespace canary::command
