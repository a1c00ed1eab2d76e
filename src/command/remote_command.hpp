#pragma once
// What canaryctl asks of a running daemon.

#include "canary/command/look.hpp"
#include "canary/command/remote_options.hpp"
#include "command/daemon_client.hpp"

#include <boost/asio/spawn.hpp>

#include <string>

namespace canary::command {

/// On stdout, with complaints on stderr. `options` have seen the environment. Returns the exit code.
int run_remote_command(const remote_options& options, const look& as);

/// One of them, while it asks.
struct remote_call {
  const remote_options& options;
  const look& as;
  daemon_client& daemon;
  boost::asio::yield_context yield;
};

int trigger_run(remote_call& call);
int tail_events(remote_call& call);

/// Tells on stderr why `answer` cannot be used. Returns the exit code.
int complain(const remote_call& call, const daemon_answer& answer);

/// As `complain`, of a question about a test: where there is none of that name, with the name that is nearest.
int complain_of_test(remote_call& call, const daemon_answer& answer, const std::string& test);

/// '/api/v1/tests/front%20page'.
std::string path_of_test(const std::string& name);

/// At once, since tail and trigger go on after it.
void print(const std::string& text);

/// The API's own JSON, as one line.
void print_json(const std::string& text);

}  // namespace canary::command
