#include "process/starter.hpp"

#include "process/guard.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <system_error>

namespace canary::process {
namespace {

// A datagram of one byte, and room for an order's descriptors.
struct parcel {
  char byte = 'O';
  iovec data{&byte, 1};
  alignas(cmsghdr) char control[CMSG_SPACE(sizeof(int) * descriptors_per_order)] = {};
  msghdr header{};

  parcel() {
    header.msg_iov = &data;
    header.msg_iovlen = 1;
    header.msg_control = control;
    header.msg_controllen = sizeof control;
  }
};

// False at the end.
bool receive(int socket, order_descriptors& given) {
  parcel p;
  ssize_t got;
  while ((got = ::recvmsg(socket, &p.header, MSG_CMSG_CLOEXEC)) < 0 && errno == EINTR) continue;
  if (got <= 0) return false;
  const cmsghdr* rights = CMSG_FIRSTHDR(&p.header);
  if (rights == nullptr || rights->cmsg_len != CMSG_LEN(sizeof(int) * descriptors_per_order)) return true;
  int numbers[descriptors_per_order];
  std::memcpy(numbers, CMSG_DATA(rights), sizeof numbers);
  given = {descriptor(numbers[0]), descriptor(numbers[1]), descriptor(numbers[2]), descriptor(numbers[3]),
           descriptor(numbers[4])};
  return true;
}

// Nothing of the process that it was forked from but the socket: no handlers, no descriptors, no terminal. It ends when
// the other end does, so signals that are meant for that are not for it.
void leave_all_behind(int socket) {
  for (int number = 1; number < NSIG; ++number) {
    if (number != SIGKILL && number != SIGSTOP) ::signal(number, SIG_DFL);
  }
  for (const int number : {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGPIPE}) ::signal(number, SIG_IGN);
  ::signal(SIGCHLD, SIG_IGN);  // guards leave no zombies
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  ::setsid();
  ::prctl(PR_SET_NAME, "canary-starter");
  constexpr int kept = 3;
  if (socket != kept) ::dup2(socket, kept);
  ::close_range(kept + 1, ~0u, 0);
  ::fcntl(kept, F_SETFD, FD_CLOEXEC);
  const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
  for (const int standard : {0, 1, 2}) ::dup2(nothing, standard);
}

[[noreturn]] void serve(int socket) {
  for (;;) {
    order_descriptors given;
    if (!receive(socket, given)) ::_exit(0);
    if (!given.control) continue;
    const pid_t guard = ::fork();
    if (guard == 0) {
      ::close(socket);
      become_guard(std::move(given));
    }
    if (guard < 0) send_report(given.control.get(), {report::kind::not_started, errno, step::fork});
  }
}

}  // namespace

starter::starter() { make(); }
starter::~starter() { end(); }

void starter::make() {
  int ends[2];
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) {
    throw std::system_error(errno, std::generic_category(), "the process that starts programs");
  }
  socket_ = descriptor(ends[0]);
  const descriptor other(ends[1]);
  // A handler of ours must not run in it.
  sigset_t all, before;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, &before);
  process_ = ::fork();
  const int error = errno;
  if (process_ == 0) {
    leave_all_behind(other.get());
    serve(3);
  }
  sigprocmask(SIG_SETMASK, &before, nullptr);
  if (process_ < 0) throw std::system_error(error, std::generic_category(), "the process that starts programs");
}

void starter::end() {
  socket_.close();
  if (process_ < 0) return;
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
  process_ = -1;
}

int starter::try_send(const order_descriptors& given) const {
  parcel p;
  const int numbers[] = {given.order.get(), given.in.get(), given.out.get(), given.err.get(), given.control.get()};
  static_assert(std::size(numbers) == descriptors_per_order);
  cmsghdr* rights = CMSG_FIRSTHDR(&p.header);
  rights->cmsg_level = SOL_SOCKET;
  rights->cmsg_type = SCM_RIGHTS;
  rights->cmsg_len = CMSG_LEN(sizeof numbers);
  std::memcpy(CMSG_DATA(rights), numbers, sizeof numbers);
  if (::sendmsg(socket_.get(), &p.header, MSG_DONTWAIT | MSG_NOSIGNAL) >= 0) return 0;
  // Descriptors that nobody has taken yet are counted, too.
  return errno == EWOULDBLOCK || errno == ETOOMANYREFS || errno == ENOBUFS ? EAGAIN : errno;
}

int starter::send(const order_descriptors& given) {
  const int error = try_send(given);
  if (error != EPIPE && error != ECONNRESET && error != EBADF) return error;
  end();
  try {
    make();
  } catch (const std::system_error& again) {
    return again.code().value();
  }
  return try_send(given);
}

}  // namespace canary::process
