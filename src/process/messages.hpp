#pragma once
// What the three processes tell each other: us, the starter, and each program's guard. One datagram a message.

#include "process/descriptor.hpp"

#include <array>

namespace canary::process {

/// What the starter is sent with each order, in this order.
struct order_descriptors {
  descriptor order;  ///< a file with the order's text (order_text.hpp)
  descriptor in, out, err;
  descriptor control;  ///< the guard's end of the socket to us
};
inline constexpr std::size_t descriptors_per_order = 5;

/// What a guard is told. The end of the socket means the same as `kill`.
enum class command : char {
  terminate = 'T',  ///< SIGTERM to the program's process group
  kill = 'K',       ///< SIGKILL to all that is left, and then the guard ends
};

/// How far a program came that could not be started.
enum class step : int { fork, descriptors, folder, program, interpreter };

/// What a guard tells, once. Then the socket ends, as soon as nothing of the program is left.
struct report {
  enum class kind : int { not_started, exited, signalled } what = kind::exited;
  int value = 0;  ///< errno, exit code, or number of the signal
  step where{};   ///< of `not_started`
};

}  // namespace canary::process
