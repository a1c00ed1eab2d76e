#pragma once
// The requests of runs as an HTTP Archive 1.2, which browsers' tools show. Pure.

#include "canary/command/run_reporter.hpp"

#include <boost/json/array.hpp>

#include <string>

namespace canary::command {

/// A page for each run, an entry for each request. Headers, cookies and bodies are not kept of a run, and so are not in
/// it: the lists are there, and empty. What HAR has no name for (`_tls`, `_error`, `_reused`) begins with '_'.
class har_report final : public run_reporter {
 public:
  explicit har_report(std::string version) : version_(std::move(version)) {}

  void ended(const run::run_result& result) override;

  /// The whole document, of what has been told.
  std::string text() const;

 private:
  const std::string version_;
  boost::json::array pages_, entries_;
};

}  // namespace canary::command
