#pragma once
// What to run, and how often.

#include "canary/core/http_settings.hpp"
#include "canary/core/time.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace canary::script {
struct program;
}

namespace canary {

/// What becomes of a run that is due while an earlier one of the same test still goes on.
enum class concurrency_policy : unsigned char {
  forbid,   ///< it is skipped, and counted
  allow,    ///< both go on
  replace,  ///< the earlier one ends as interrupted
};

/// 'forbid', 'allow', 'replace'.
std::string_view to_string(concurrency_policy p);

/// One registered test, as validated by the configuration's loader. Immutable once loaded: a reload makes new ones.
struct test {
  std::string name;         ///< unique in a configuration, not empty, at most 200 bytes
  nanoseconds frequency{};  ///< from one start to the next; more than 0
  nanoseconds timeout{};    ///< of one run; more than 0
  concurrency_policy concurrency = concurrency_policy::forbid;
  bool paused = false;                             ///< listed, not run
  std::uint64_t memory_limit = 64u << 20;          ///< of the script's VM, in bytes
  std::map<std::string, std::string> labels = {};  ///< shown, to filter by, and on canary_test_info
  std::string description = {};                    ///< these three are for people, and '' where not given;
  std::string owner = {};
  std::string runbook = {};  ///< an http or https URL
  http_settings http;        ///< of the whole configuration
  std::string path;          ///< where the source came from, relative to the work directory; '' for inline text
  std::string source;        ///< the script's text, UTF-8
  std::string modules;       ///< stands for what the files are that it requires; '' where there are none
  std::string config_file;   ///< the configuration script that registered it,
  int config_line = 0;       ///< and the line, from 1

  /// The source, compiled: what runs execute. Not part of what makes two tests equal.
  std::shared_ptr<const script::program> code;

  /// Whether a reload may leave this test's schedule and runs alone.
  bool operator==(const test& other) const;
};

}  // namespace canary
