#pragma once
// The run as its script's modules see it.

#include "canary/run/engine.hpp"
#include "canary/run/execution.hpp"
#include "canary/run/run_log.hpp"
#include "canary/script/modules/run_host.hpp"
#include "canary/script/supervisor.hpp"

namespace canary::run {

class host final : public script::run_host {
 public:
  host(const engine& with, const run_record& record, std::string deadline, script::supervisor& watch,
       const execution_observer& observer);

  failure log(log_level level, std::string message, boost::json::object fields) override;
  outcome<net::http_response> http(const net::http_request& request) override;
  failure sleep(nanoseconds how_long) override;
  std::string environment(std::string_view name) override;
  wall_time now() override;
  script::run_facts facts() override;

  run_log& kept() noexcept { return kept_; }

 private:
  const engine& with_;
  const run_record& record_;
  std::string deadline_;
  script::supervisor& watch_;
  const execution_observer& observer_;
  run_log kept_;
  std::unique_ptr<net::http_session> session_;
};

}  // namespace canary::run
