#include "process/guard.hpp"

#include "process/leftovers.hpp"
#include "process/order_text.hpp"
#include "process/program_start.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <cerrno>
#include <csignal>
#include <exception>
#include <optional>

namespace canary::process {
namespace {

// How the program ended, while it stays a zombie, so that its number, which is its group's too, is nobody else's.
std::optional<report> end_of(pid_t program, int options) {
  siginfo_t info{};
  if (::waitid(P_PID, static_cast<id_t>(program), &info, WEXITED | WNOWAIT | options) != 0 || info.si_pid == 0) {
    return std::nullopt;
  }
  return report{info.si_code == CLD_EXITED ? report::kind::exited : report::kind::signalled, info.si_status, {}};
}

// Passes on what we are told and reports the program's end, until all is to end.
void watch(pid_t program, int control, int deaths, bool& reported) {
  for (;;) {
    pollfd both[] = {{control, POLLIN, 0}, {deaths, POLLIN, 0}};
    if (::poll(both, 2, -1) < 0) continue;
    if (both[1].revents != 0) {
      signalfd_siginfo ignored;
      while (::read(deaths, &ignored, sizeof ignored) > 0) continue;
      if (!reported) {
        if (const auto end = end_of(program, WNOHANG)) {
          reported = true;
          send_report(control, *end);
        }
      }
    }
    if (both[0].revents != 0) {
      command told{};
      const ssize_t got = ::recv(control, &told, sizeof told, MSG_DONTWAIT);
      if (got < 0 && (errno == EAGAIN || errno == EINTR)) continue;
      if (got <= 0 || told == command::kill) return;
      ::kill(-program, SIGTERM);
      ::kill(-program, SIGCONT);  // a program that is stopped could not hear it
    }
  }
}

}  // namespace

void send_report(int control, const report& what) { ::send(control, &what, sizeof what, MSG_NOSIGNAL); }

void become_guard(order_descriptors given) {
  ::prctl(PR_SET_NAME, "canary-guard");
  // What loses its parent becomes our child, and so cannot hide.
  ::prctl(PR_SET_CHILD_SUBREAPER, 1);
  std::signal(SIGCHLD, SIG_DFL);
  sigset_t child;
  sigemptyset(&child);
  sigaddset(&child, SIGCHLD);
  sigprocmask(SIG_BLOCK, &child, nullptr);
  const descriptor deaths(::signalfd(-1, &child, SFD_CLOEXEC | SFD_NONBLOCK));

  const int control = given.control.get();
  int failed[2];
  if (!deaths || ::pipe2(failed, O_CLOEXEC) != 0) {
    send_report(control, {report::kind::not_started, errno, step::descriptors});
    ::_exit(1);
  }
  const pid_t program = ::fork();
  if (program < 0) {
    send_report(control, {report::kind::not_started, errno, step::fork});
    ::_exit(1);
  }
  if (program == 0) {
    try {
      start_program(read_order(given.order.get()), given.in.get(), given.out.get(), given.err.get(), failed[1]);
    } catch (const std::exception&) {
      ::_exit(127);  // no memory; the guard reports the code
    }
  }
  for (auto* end : {&given.order, &given.in, &given.out, &given.err}) end->close();
  ::close(failed[1]);
  report why;
  ssize_t got;
  while ((got = ::read(failed[0], &why, sizeof why)) < 0 && errno == EINTR) continue;
  const bool started = got != sizeof why;
  if (!started) send_report(control, why);
  bool reported = !started;
  if (started) watch(program, control, deaths.get(), reported);
  ::kill(-program, SIGKILL);
  ::kill(program, SIGKILL);
  if (const auto end = end_of(program, 0); end && !reported) send_report(control, *end);
  ::waitpid(program, nullptr, 0);
  end_leftovers();
  ::_exit(0);
}

}  // namespace canary::process
