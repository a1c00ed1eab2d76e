#pragma once
// `canaryctl run --json`: a line of JSON for each thing that happens (docs/canaryctl.md).

#include "canary/command/run_reporter.hpp"

#include <functional>

namespace canary::command {

class json_stream final : public run_reporter {
 public:
  /// `write` takes whole lines, their ends included.
  explicit json_stream(std::function<void(const std::string&)> write) : write_(std::move(write)) {}

  void started(const run_record& record) override;
  void logged(const run_record& record, const log_entry& entry) override;
  void ended(const run::run_result& result) override;
  void skipped(const test& what, std::string_view why) override;
  void finished(const run_counts& counts, const run_totals& totals) override;

 private:
  const std::function<void(const std::string&)> write_;
};

}  // namespace canary::command
