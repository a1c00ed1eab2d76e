#pragma once
// The table of all metric families, which is also their documentation.

#include "canary/metrics/process.hpp"
#include "canary/metrics/series.hpp"
#include "canary/metrics/text_format.hpp"

#include <span>
#include <string_view>

namespace canary::metrics {

/// What the families that are not by test read from.
struct scrape {
  const daemon_series& daemon;
  process_figures process;
};

/// One family. Exactly one of the two functions is set.
struct family {
  std::string_view name;
  std::string_view type;  ///< 'counter', 'gauge', 'summary', 'histogram'
  std::string_view help;
  void (*of_test)(const test_series&, sample_writer&) = nullptr;  ///< samples with the label test_name
  void (*of_daemon)(const scrape&, sample_writer&) = nullptr;
};

/// In the order in which they are exposed.
std::span<const family> families();

}  // namespace canary::metrics
