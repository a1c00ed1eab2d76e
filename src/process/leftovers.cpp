#include "process/leftovers.hpp"

#include <dirent.h>
#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace canary::process {
namespace {

// The parent of a process, or 0.
pid_t parent_of(const char* number) {
  char path[300];
  std::snprintf(path, sizeof path, "/proc/%s/stat", number);
  const int file = ::open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  char text[512];
  const ssize_t size = ::read(file, text, sizeof text - 1);
  ::close(file);
  if (size <= 0) return 0;
  text[size] = '\0';
  // 'number (name) state parent …', and a name may hold anything.
  const char* after_name = std::strrchr(text, ')');
  int parent = 0;
  if (after_name == nullptr || std::sscanf(after_name + 1, " %*c %d", &parent) != 1) return 0;
  return parent;
}

// Returns how many there were. Not every kernel lists a process's children, so all processes are asked.
int kill_children() {
  DIR* all = ::opendir("/proc");
  if (all == nullptr) return 0;
  int found = 0;
  const pid_t we = ::getpid();
  while (const dirent* entry = ::readdir(all)) {
    const long number = std::strtol(entry->d_name, nullptr, 10);
    if (number <= 0 || parent_of(entry->d_name) != we) continue;
    ::kill(static_cast<pid_t>(number), SIGKILL);
    ++found;
  }
  ::closedir(all);
  return found;
}

}  // namespace

void end_leftovers() {
  sigset_t child;
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  for (int blind = 0; blind < 100;) {
    const pid_t gone = ::waitpid(-1, nullptr, WNOHANG);
    if (gone > 0) continue;
    if (gone < 0) return;
    blind = kill_children() > 0 ? 0 : blind + 1;
    const timespec moment{0, 10'000'000};
    ::sigtimedwait(&child, nullptr, &moment);
  }
}

}  // namespace canary::process
