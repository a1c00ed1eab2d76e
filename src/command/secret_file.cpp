#include "command/secret_file.hpp"

#include "canary/core/system_text.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace canary::command {
namespace {

error refused(const std::filesystem::path& file) {
  return {file.string() + " cannot be written: " + system_text(errno)};
}

}  // namespace

result<void> write_new_file(const std::filesystem::path& file, std::string_view text, bool private_to_owner,
                            bool replace) {
  // What replaces a file is complete before it has that file's name.
  const std::filesystem::path made =
      replace ? file.string() + "." + std::to_string(::getpid()) + ".new" : file.string();
  const int number = ::open(made.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, private_to_owner ? 0600 : 0666);
  if (number < 0 && errno == EEXIST) return error{file.string() + " is there already; --force replaces it"};
  if (number < 0) return refused(file);
  bool good = true;
  for (std::string_view rest = text; good && !rest.empty();) {
    const ssize_t written = ::write(number, rest.data(), rest.size());
    good = written > 0 || (written < 0 && errno == EINTR);
    if (written > 0) rest.remove_prefix(static_cast<std::size_t>(written));
  }
  if (::close(number) != 0) good = false;
  if (good && replace) good = ::rename(made.c_str(), file.c_str()) == 0;
  if (good) return {};
  const error why = refused(file);
  ::unlink(made.c_str());
  return why;
}

result<void> make_private_folder(const std::filesystem::path& folder) {
  if (::mkdir(folder.c_str(), 0700) == 0) return {};
  std::error_code failed;
  if (errno == EEXIST && std::filesystem::is_directory(folder, failed)) return {};
  return error{folder.string() + " cannot be made: " + system_text(errno)};
}

}  // namespace canary::command
