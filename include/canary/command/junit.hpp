#pragma once
// Runs as the XML that JUnit made common, and that CI servers read. Pure.

#include "canary/command/run_reporter.hpp"

#include <string>
#include <string_view>

namespace canary::command {

/// A test suite for each run, with a test case for each of its checks, and one for the run itself. What the script or
/// the machine is to blame for (classes script, limit, exec, interrupted) is an error, everything else a failure; a
/// soft check that did not hold is skipped.
class junit_report final : public run_reporter {
 public:
  void ended(const run::run_result& result) override;
  void skipped(const test& what, std::string_view why) override;
  void finished(const run_counts& counts, const run_totals& totals) override;

  /// The whole document, of what has been told.
  std::string text() const;

 private:
  std::string suites_;
  std::size_t tests_ = 0, failures_ = 0, errors_ = 0, skipped_ = 0;
  nanoseconds elapsed_{};
};

/// For attributes and texts of XML 1.0: what it forbids (control characters, U+FFFE, bytes that are not UTF-8) is
/// U+FFFD, a line end within an attribute stays one.
std::string xml_text(std::string_view text);

}  // namespace canary::command
