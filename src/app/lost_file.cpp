#include "app/lost_file.hpp"

#include "canary/app/daemon.hpp"

#include <unistd.h>

#include <csignal>

namespace canary::app {
namespace {

// The log may be in the midst of a line, and nothing here may wait for it.
void on_lost_page(int signal, siginfo_t* where, void*) {
  constexpr char message[] =
      "canaryd: the database file (--db.file) was cut off while it was in use, or its disk cannot be read; canaryd "
      "ends. Started again, it says what is left of the file.\n";
  if (where->si_code == BUS_ADRALN) {  // of no file: at the return it comes again, and ends the process
    std::signal(signal, SIG_DFL);
    return;
  }
  [[maybe_unused]] const ssize_t told = ::write(STDERR_FILENO, message, sizeof message - 1);
  ::_exit(no_resource);
}

}  // namespace

void end_where_a_file_is_lost() {
  struct sigaction action {};
  action.sa_sigaction = on_lost_page;
  action.sa_flags = SA_SIGINFO;
  ::sigaction(SIGBUS, &action, nullptr);
}

}  // namespace canary::app
