#pragma once
// The rows of the table: what was measured of both, several times each, in turns.

#include <boost/json/array.hpp>

#include <functional>
#include <string>
#include <vector>

namespace canary::bench {

double median(std::vector<double> values);
/// Of values that are sorted.
template <class Value>
Value quantile(const std::vector<Value>& sorted, double q) {
  if (sorted.empty()) return {};
  return sorted[static_cast<std::size_t>(q * static_cast<double>(sorted.size() - 1))];
}

/// Values of the same minutes stand at the same place.
struct figures {
  std::vector<double> ours, sqlite;
};

enum class better : unsigned char { less, more, neither };

class report {
 public:
  /// Shows medians, and the median of the ratios, which is above 1 where ours is the better one.
  void add(const std::string& what, const std::string& unit, const figures& measured, better which = better::less);
  /// What the row just added takes where every run is read and decoded, as the talk's daemon does it.
  void add_talk(double value);

  boost::json::array take() { return std::move(rows_); }

 private:
  boost::json::array rows_;
};

/// Says on standard error what is being done.
void progress(const std::string& what);

}  // namespace canary::bench
