#include "bench/store/report.hpp"

#include <boost/json/object.hpp>

#include <algorithm>
#include <cstdio>

namespace canary::bench {

double median(std::vector<double> values) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const std::size_t half = values.size() / 2;
  return values.size() % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
}

void report::add(const std::string& what, const std::string& unit, const figures& measured, better which) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < std::min(measured.ours.size(), measured.sqlite.size()); ++i) {
    const double ours = measured.ours[i], theirs = measured.sqlite[i];
    ratios.push_back(which == better::more ? ours / theirs : theirs / ours);
  }
  rows_.push_back({{"what", what},
                   {"unit", unit},
                   {"ours", median(measured.ours)},
                   {"sqlite", median(measured.sqlite)},
                   {"all",
                    {{"ours", boost::json::array(measured.ours.begin(), measured.ours.end())},
                     {"sqlite", boost::json::array(measured.sqlite.begin(), measured.sqlite.end())}}}});
  if (which != better::neither) rows_.back().as_object()["times_better"] = median(ratios);
}

void report::add_talk(double value) { rows_.back().as_object()["talk"] = value; }

void progress(const std::string& what) { std::fprintf(stderr, "%s\n", what.c_str()); }

}  // namespace canary::bench
