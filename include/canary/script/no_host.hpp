#pragma once
// The host of a VM whose script asks nobody for anything: one that compiles alone, for example.

#include "canary/script/vm.hpp"

namespace canary::script {

/// Takes every line for kept, and has no network, no files, no environment and no time.
class no_host : public run_host {
 public:
  failure log(log_level, std::string, boost::json::object) override { return {}; }
  std::vector<outcome<net::http_response>> http(std::span<const net::http_request> requests) override {
    return {requests.size(), failure{failure_class::script, "http is available while a test runs"}};
  }
  std::string traceparent() override { return {}; }
  failure append_file(const std::string&, std::string&) override { return {}; }
  failure sleep(nanoseconds) override { return {}; }
  std::string environment(std::string_view) override { return {}; }
  wall_time now() override { return {}; }
  run_facts facts() override { return {}; }
};

}  // namespace canary::script
