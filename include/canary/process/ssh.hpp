#pragma once
// Commands on other machines, by OpenSSH's client.

#include "canary/process/runner.hpp"

#include <cstdint>

namespace canary::process {

struct ssh_order {
  std::string label = "ssh.run";  ///< what messages begin with
  std::string host = {};          ///< a name in ASCII, or an address
  std::string command = {};       ///< for the shell of the user over there
  std::string user = {};          ///< '' is the user that this process runs as
  std::uint16_t port = 22;
  std::string identity = {};                ///< the file of a private key, from work_dir; '' is none
  std::string known_hosts = "known_hosts";  ///< the file with the keys of hosts, from work_dir
  std::optional<nanoseconds> timeout = {};  ///< of all of it
  std::size_t max_output = 10u << 20;       ///< as of `program_order`
};

/// Suspends as `runner::run` does. Nothing of the user's counts: no configuration, no agent, no keys but `identity`, no
/// hosts but those of `known_hosts`; nothing is forwarded, and nothing asks for a password.
///
/// The result is the command's: its exit code, and its stdout and stderr without a line of ssh's own. Failures: class
/// script where there is a mistake in the order; dns; connect where nobody answers or the connection breaks; timeout;
/// limit; exec where the host's key is not the one that is known, the user is not let in, or whatever else ssh says.
outcome<program_end> run_ssh(runner& by, const ssh_order& order, interrupter& stop, boost::asio::yield_context yield);

/// What of the order cannot be meant: a host that ssh would take for an option, say. Pure.
std::optional<std::string> mistake_in(const ssh_order& order);

/// The program and its arguments for an order without a mistake, `log` being the file that ssh's own messages go to.
/// Pure.
program_order ssh_program(const ssh_order& order, const runner_options& options, const std::string& log);

/// What ssh's own messages mean, where it ended with 255; none where that was the command's own code. `err` is the
/// command's stderr, on which ssh says a few things nevertheless. Pure.
std::optional<failure> ssh_failure(const ssh_order& order, std::string_view log, std::string_view err);

/// 'ssh.run canary@shop.example.com:22'
std::string label_of(const ssh_order& order);

}  // namespace canary::process
