#pragma once
// The process beside this one that forks the guards: small, and free to wait.

#include "process/messages.hpp"

#include <sys/types.h>

namespace canary::process {

class starter {
 public:
  /// Throws std::system_error where it cannot be made.
  starter();
  ~starter();
  starter(const starter&) = delete;
  starter& operator=(const starter&) = delete;

  /// Hands an order over without waiting. 0; or EAGAIN where there is no room for it at the moment; or another error. A
  /// starter that has died is replaced.
  int send(const order_descriptors& given);

 private:
  void make();
  void end();
  int try_send(const order_descriptors& given) const;

  descriptor socket_;
  pid_t process_ = -1;
};

}  // namespace canary::process
