#include "command/child.hpp"

#include "canary/command/exit_code.hpp"
#include "canary/core/standard_output.hpp"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <exception>

namespace canary::command {
namespace {

[[noreturn]] void be_child(pid_t parent, const std::function<int()>& work) {
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (::getppid() != parent) ::_exit(1);
  std::signal(SIGINT, SIG_DFL);
  int code = other_failure;
  try {
    code = work();
  } catch (const std::exception& unforeseen) {
    std::fprintf(stderr, "canaryctl: %s\n", unforeseen.what());
  }
  if (const auto trouble = finish_standard_output(); !trouble.empty()) {
    std::fprintf(stderr, "canaryctl: %s\n", trouble.c_str());
    if (code == success) code = other_failure;
  }
  std::fflush(stderr);
  ::_exit(code);
}

}  // namespace

int in_child(const std::function<int()>& work, const std::function<int(int signal)>& died) {
  std::fflush(stdout);
  std::fflush(stderr);
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child < 0) return std::perror("canaryctl: no process can be made"), 1;
  if (child == 0) be_child(parent, work);
  // A terminal tells both; the child ends, and this one says so.
  std::signal(SIGINT, SIG_IGN);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFSIGNALED(status) ? died(WTERMSIG(status)) : WEXITSTATUS(status);
}

}  // namespace canary::command
