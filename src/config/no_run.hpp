#pragma once
// The host of a VM that compiles alone.

#include "canary/script/vm.hpp"

namespace canary::config {

/// Nothing is executed that could ask it for anything.
class no_run final : public script::run_host {
 public:
  failure log(log_level, std::string, boost::json::object) override { return {}; }
  std::vector<outcome<net::http_response>> http(std::span<const net::http_request> requests) override {
    return {requests.size(), failure{failure_class::script, "http is available while a test runs, not in config.js"}};
  }
  std::string traceparent() override { return {}; }
  failure append_file(const std::string&, std::string&) override { return {}; }
  failure sleep(nanoseconds) override { return {}; }
  std::string environment(std::string_view) override { return {}; }
  wall_time now() override { return {}; }
  script::run_facts facts() override { return {}; }
};

}  // namespace canary::config
