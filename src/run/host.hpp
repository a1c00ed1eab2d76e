#pragma once
// The run as its script's modules see it.

#include "canary/core/test.hpp"
#include "canary/net/connection.hpp"
#include "canary/run/engine.hpp"
#include "canary/run/execution.hpp"
#include "canary/run/run_log.hpp"
#include "canary/script/modules/run_host.hpp"
#include "canary/script/supervisor.hpp"
#include "run/run_steps.hpp"

namespace canary::run {

class host final : public script::run_host {
 public:
  host(const engine& with, const test& what, const run_record& record, std::string deadline, script::supervisor& watch,
       const execution_observer& observer);

  failure log(log_level level, std::string message, boost::json::object fields) override;
  failure skip(std::string reason) override;
  std::optional<std::uint32_t> begin_step(std::string name, bool cleanup) override;
  void end_step(std::uint32_t step, step_status status, std::string error) override;
  void keep_check(std::string name, bool held, bool soft) override;
  std::vector<outcome<net::http_response>> http(std::span<const net::http_request> requests) override;
  std::string traceparent() override;
  failure append_file(const std::string& path, std::string& to) override;
  failure network(const std::function<void(const script::network_access&)>& work) override;
  outcome<process::program_end> run_program(const process::program_order& order) override;
  outcome<process::program_end> run_ssh(const process::ssh_order& order) override;
  failure sleep(nanoseconds how_long) override;
  std::string environment(std::string_view name) override;
  outcome<std::string> secret(std::string_view name) override;
  wall_time now() override;
  script::run_facts facts() override;

  /// Logs a line of the daemon's own, whether or not the run is over.
  void tell(log_level level, std::string message);

  /// Of the secrets that it has given.
  const secret_masking& masking() const noexcept { return masking_; }

  run_log& kept() noexcept { return kept_; }
  run_steps& steps() noexcept { return steps_; }

  /// The script is over: what comes is of its cleanups.
  void begin_cleanup();

  /// The latest limit that was reached, whether or not the script caught that: a run that reaches a limit fails. Since
  /// cleanups began, only theirs.
  const std::optional<failure>& passed_limit() const noexcept { return passed_limit_; }

  /// Why the script wants its run skipped, where it does.
  const std::optional<std::string>& skip_reason() const noexcept { return skip_reason_; }

 private:
  template <class Run>
  outcome<process::program_end> with_programs(const std::string& call, Run&& run);

  const engine& with_;
  const http_settings& settings_;
  std::uint64_t memory_limit_;  // bytes
  const label_map& labels_;
  const run_record& record_;
  std::string deadline_;
  script::supervisor& watch_;
  const execution_observer& observer_;
  run_log kept_;
  secret_masking masking_;
  run_steps steps_;
  std::optional<failure> passed_limit_;
  std::optional<std::string> skip_reason_;
  std::unique_ptr<net::http_session> session_;
  std::vector<std::unique_ptr<net::connection>> held_;
  std::uint64_t traced_ = 0;  // requests
};

}  // namespace canary::run
