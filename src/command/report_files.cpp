#include "command/report_files.hpp"

#include "canary/app/version.hpp"
#include "canary/command/har.hpp"
#include "canary/command/junit.hpp"
#include "canary/core/system_text.hpp"

#include <cerrno>
#include <cstdio>

namespace canary::command {
namespace {

using file = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

error refused(const std::filesystem::path& path) {
  return {path.string() + " cannot be written: " + system_text(errno)};
}

}  // namespace

std::vector<report_file> report_files(const control_options& options) {
  std::vector<report_file> all;
  if (!options.junit.empty()) {
    auto report = std::make_shared<junit_report>();
    all.push_back({options.junit, report, [report] { return report->text(); }});
  }
  if (!options.har.empty()) {
    auto report = std::make_shared<har_report>(std::string(app::version()));
    all.push_back({options.har, report, [report] { return report->text(); }});
  }
  return all;
}

result<void> check_writable(const std::filesystem::path& path) {
  const file opened(std::fopen(path.c_str(), "ab"), std::fclose);
  if (!opened) return refused(path);
  return {};
}

result<void> write_report(const report_file& of) {
  file opened(std::fopen(of.path.c_str(), "wb"), std::fclose);
  if (!opened) return refused(of.path);
  const std::string text = of.text();
  const bool written = std::fwrite(text.data(), 1, text.size(), opened.get()) == text.size();
  if (std::fclose(opened.release()) != 0 || !written) return refused(of.path);
  return {};
}

}  // namespace canary::command
