#include "canary/metrics/process.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstring>

namespace canary::metrics {
namespace {

void read_stat(process_figures& p) {
  const int file = ::open("/proc/self/stat", O_RDONLY | O_CLOEXEC);
  if (file < 0) return;
  char text[1024];
  const auto length = ::read(file, text, sizeof text - 1);
  ::close(file);
  if (length <= 0) return;
  text[length] = 0;
  // The second field is the program's name in parentheses, which may itself hold spaces and parentheses.
  const char* rest = std::strrchr(text, ')');
  if (!rest) return;
  unsigned long user = 0, system = 0, size = 0;
  long threads = 0, resident = 0;
  const int read =
      std::sscanf(rest + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu %*d %*d %*d %*d %ld %*d %*u %lu %ld",
                  &user, &system, &threads, &size, &resident);
  if (read != 5) return;
  p.cpu_seconds = static_cast<double>(user + system) / static_cast<double>(::sysconf(_SC_CLK_TCK));
  p.threads = static_cast<double>(threads);
  p.virtual_bytes = static_cast<double>(size);
  p.resident_bytes = static_cast<double>(resident) * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

double count_descriptors() {
  struct stat about {};
  // Since Linux 6.2 the folder's size is the number of open descriptors.
  if (::stat("/proc/self/fd", &about) == 0 && about.st_size > 0) return static_cast<double>(about.st_size);
  DIR* folder = ::opendir("/proc/self/fd");
  if (!folder) return 0;
  double count = 0;
  while (const dirent* entry = ::readdir(folder)) count += entry->d_name[0] != '.';
  ::closedir(folder);
  return count - 1;  // without the one that this folder was read through
}

}  // namespace

process_figures read_process() {
  process_figures p;
  read_stat(p);
  p.open_descriptors = count_descriptors();
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) == 0) p.most_descriptors = static_cast<double>(limit.rlim_cur);
  return p;
}

}  // namespace canary::metrics
