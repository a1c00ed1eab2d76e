#pragma once
// What the modules of a running script ask of the run. Everything else about the run is out of a script's reach.

#include "canary/core/interrupter.hpp"
#include "canary/core/labels.hpp"
#include "canary/core/run_record.hpp"
#include "canary/net/http_message.hpp"
#include "canary/process/ssh.hpp"

#include <boost/asio/spawn.hpp>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace canary::net {
class connection;
class http_client;
}  // namespace canary::net

namespace canary::script {

/// Facts for the script's `test` object.
struct run_facts {
  std::string test_name;
  std::string run_id;
  std::uint32_t attempt = 1;
  std::string trigger;
  std::string deadline;  ///< RFC 3339
  label_map labels = {};
};

/// What a module needs to use the network in its run's name.
struct network_access {
  net::http_client& client;
  interrupter& stop;
  boost::asio::yield_context yield;
  /// The connections that the run's script holds, by their numbers; null where one was closed. They end with the run.
  std::vector<std::unique_ptr<net::connection>>& held;
  /// To be told of each handshake, for the metric of certificates' ends.
  std::function<void(const tls_facts&)> met;
};

/// One per run. Functions that suspend return when what they wait for is over or the run is stopped.
class run_host {
 public:
  virtual ~run_host() = default;

  /// Keeps the line with the run. A failure where the run has logged too much.
  virtual failure log(log_level level, std::string message, boost::json::object fields) = 0;

  /// The script says that its run cannot tell anything. The run ends by that, whatever the script catches; a failure
  /// where the run was over already.
  virtual failure skip(std::string reason) {
    static_cast<void>(reason);
    return {failure_class::script, "a run can be skipped while it goes on, not before"};
  }

  /// A step of the run begins, within the innermost one that goes on. Its number; empty where no more are kept.
  virtual std::optional<std::uint32_t> begin_step(std::string name, bool cleanup) {
    static_cast<void>(name), static_cast<void>(cleanup);
    return std::nullopt;
  }
  virtual void end_step(std::uint32_t step, step_status status, std::string error) {
    static_cast<void>(step), static_cast<void>(status), static_cast<void>(error);
  }
  virtual void keep_check(std::string name, bool held, bool soft) {
    static_cast<void>(name), static_cast<void>(held), static_cast<void>(soft);
  }

  /// Suspends until all of them have ended, which are performed side by side. The answers are in the requests' order,
  /// and the exchanges are kept with the run.
  virtual std::vector<outcome<net::http_response>> http(std::span<const net::http_request> requests) = 0;

  /// A value of the header 'traceparent' for the next request, by which it can be told that this run made it.
  virtual std::string traceparent() = 0;

  /// Appends the bytes of a file of the work directory. Suspends. A failure where it cannot be had, or lies elsewhere.
  virtual failure append_file(const std::string& path, std::string& to) = 0;

  /// Suspends: calls `work` outside of the engine. A failure where the run is stopped meanwhile, or has no network.
  virtual failure network(const std::function<void(const network_access&)>& work) {
    static_cast<void>(work);
    return {failure_class::script, "the network is available while a test runs, not before"};
  }

  /// Suspends until the program and all that it started have ended. A failure of class exec where scripts may not run
  /// programs.
  virtual outcome<process::program_end> run_program(const process::program_order& order) {
    static_cast<void>(order);
    return failure{failure_class::script, "programs are run while a test runs, not before"};
  }
  virtual outcome<process::program_end> run_ssh(const process::ssh_order& order) {
    static_cast<void>(order);
    return failure{failure_class::script, "programs are run while a test runs, not before"};
  }

  /// Suspends. A failure where the run is stopped meanwhile.
  virtual failure sleep(nanoseconds how_long) = 0;

  /// '' where unset, or not to be read by scripts.
  virtual std::string environment(std::string_view name) = 0;

  /// Of this name; it is masked in what the run leaves behind. A failure where there is none.
  virtual outcome<std::string> secret(std::string_view name) {
    static_cast<void>(name);
    return failure{failure_class::script, "secrets are there while a test runs, not before"};
  }

  virtual wall_time now() = 0;
  virtual run_facts facts() = 0;
};

}  // namespace canary::script
