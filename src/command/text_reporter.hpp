#pragma once
// `canaryctl run` for people.

#include "canary/command/run_reporter.hpp"

#include <functional>

namespace canary::command {

class text_reporter final : public run_reporter {
 public:
  text_reporter(const look& as, std::function<void(const std::string&)> write) : as_(as), write_(std::move(write)) {}

  void ended(const run::run_result& result) override { write_(report(result, as_)); }
  void skipped(const test& what, std::string_view why) override { write_(report_skipped(what, why, as_)); }
  void finished(const run_counts& counts, const run_totals& totals) override {
    write_((as_.width > 0 ? "" : "\n") + summary(counts, as_) + "\n" + totals_text(totals) + "\n");
  }

 private:
  const look as_;
  const std::function<void(const std::string&)> write_;
};

}  // namespace canary::command
