#include "process/program_start.hpp"

#include "process/messages.hpp"

#include <linux/close_range.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <string_view>

namespace canary::process {
namespace {

std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> all;
  for (const auto& text : texts) all.push_back(const_cast<char*>(text.c_str()));
  all.push_back(nullptr);
  return all;
}

[[noreturn]] void give_up(int failed, step where, int error) {
  const report why{report::kind::not_started, error, where};
  const ssize_t told = ::write(failed, &why, sizeof why);
  ::_exit(told == sizeof why ? 127 : 126);
}

// Every signal as a new process has it: ignored ones would stay ignored in the program.
void reset_signals() {
  for (int number = 1; number < NSIG; ++number) {
    if (number != SIGKILL && number != SIGSTOP) ::signal(number, SIG_DFL);
  }
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
}

// Executes `path`; comes back with what is wrong. A script without '#!' is not handed to a shell.
report try_path(const std::string& path, char* const* words, char* const* environment) {
  ::execve(path.c_str(), words, environment);
  const int error = errno;
  const bool its_interpreter = error == ENOENT && ::access(path.c_str(), F_OK) == 0;
  return {report::kind::not_started, error, its_interpreter ? step::interpreter : step::program};
}

}  // namespace

void start_program(const start_order& order, int in, int out, int err, int failed) {
  reset_signals();
  ::setsid();
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);  // no program without its guard
  // The starter has something at 0, 1 and 2, so none of the three is one of those.
  if (::dup2(in, 0) < 0 || ::dup2(out, 1) < 0 || ::dup2(err, 2) < 0 ||
      ::close_range(3, ~0u, CLOSE_RANGE_CLOEXEC) != 0) {
    give_up(failed, step::descriptors, errno);
  }
  if (::chdir(order.folder.c_str()) != 0) give_up(failed, step::folder, errno);

  const auto words = pointers(order.words);
  const auto environment = pointers(order.environment);
  const std::string& name = order.words.front();
  report why{report::kind::not_started, ENOENT, step::program};
  if (name.find('/') != name.npos) {
    why = try_path(name, words.data(), environment.data());
  } else {
    for (std::string_view rest = order.search_path; !rest.empty();) {
      const auto end = std::min(rest.find(':'), rest.size());
      const std::string folder(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (folder.empty() || name.empty()) continue;
      const report found = try_path(folder + "/" + name, words.data(), environment.data());
      const bool absent = found.where == step::program && (found.value == ENOENT || found.value == ENOTDIR);
      if (absent) continue;
      why = found;
      if (found.value != EACCES) break;  // there may be another that is ours to execute
    }
  }
  give_up(failed, why.where, why.value);
}

}  // namespace canary::process
