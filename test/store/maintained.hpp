#pragma once
// What tests of maintenance do to a database file.

#include "canary/store/maintenance.hpp"

#include "store_fixture.hpp"

#include <algorithm>

namespace canary::store::testing {

using namespace std::chrono_literals;

struct exported {
  export_summary done;
  std::string lines;
};

inline exported export_all(const std::filesystem::path& file, const export_filter& filter = {}) {
  exported out;
  out.done = export_runs(file, filter, [&](std::string_view lines) { return out.lines += lines, true; }, {}).value();
  return out;
}

inline result<import_summary> import_text(const std::filesystem::path& file, std::string_view text,
                                          const progress_listener& listener = {}) {
  return import_runs(
      {file, 1ull << 30, noon, text.size()},
      [&](char* to, std::size_t size) {
        const std::size_t got = std::min({size, text.size(), std::size_t{1000}});
        std::copy_n(text.data(), got, to);
        text.remove_prefix(got);
        return got;
      },
      listener);
}

inline std::vector<discrepancy> discrepancies(const std::filesystem::path& file) {
  std::vector<discrepancy> out;
  const auto done = verify_database(file, [&](const discrepancy& each) { out.push_back(each); }, {}).value();
  CHECK(done.discrepancies == out.size());
  return out;
}

/// Some runs of some tests over some days; all tables have something.
inline void fill(fixture& f, int runs = 60) {
  for (int i = 0; i < runs; ++i) {
    const run_record run = f.start(i % 3 == 0 ? "login" : "front page", noon + i * 1h);
    run_details details;
    details.logs.push_back({noon, log_level::info, "line " + std::to_string(i), {}});
    if (i % 7 != 6) f.end(run, i % 5 == 0 ? run_status::failed : run_status::passed, details);
  }
}

}  // namespace canary::store::testing
