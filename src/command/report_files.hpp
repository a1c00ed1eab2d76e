#pragma once
// The files that `canaryctl run` writes beside what it prints.

#include "canary/command/control_options.hpp"
#include "canary/command/run_reporter.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace canary::command {

struct report_file {
  std::filesystem::path path;
  std::shared_ptr<run_reporter> told;
  std::function<std::string()> text;
};

/// Those that the options name, empty as yet.
std::vector<report_file> report_files(const control_options& options);

/// The error names the file. `check_writable` makes it where there is none, and else leaves it as it is.
result<void> check_writable(const std::filesystem::path& path);
result<void> write_report(const report_file& file);

}  // namespace canary::command
