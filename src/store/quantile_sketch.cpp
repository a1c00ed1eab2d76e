#include "canary/store/quantile_sketch.hpp"

#include "saturating.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace canary::store {
namespace {

constexpr double gamma_base = (1 + quantile_sketch::relative_error) / (1 - quantile_sketch::relative_error);

std::uint16_t index_of(nanoseconds value) {
  const auto ns = static_cast<double>(std::max(value.count(), nanoseconds::rep{1}));
  const double index = std::ceil(std::log(ns) / std::log(gamma_base));
  return static_cast<std::uint16_t>(std::clamp(index, 0.0, double{quantile_sketch::last_index}));
}

nanoseconds middle_of(std::uint16_t index) {
  const double ns = 2 * std::pow(gamma_base, index) / (gamma_base + 1);
  constexpr auto most = std::numeric_limits<nanoseconds::rep>::max();
  return nanoseconds{ns >= static_cast<double>(most) ? most : std::llround(ns)};
}

}  // namespace

void quantile_sketch::add(nanoseconds value) {
  const std::uint16_t index = index_of(value);
  const auto below = [](const bucket& b, std::uint16_t i) { return b.index < i; };
  auto place = std::lower_bound(buckets_.begin(), buckets_.end(), index, below);
  if (place == buckets_.end() || place->index != index) place = buckets_.insert(place, {index, 0});
  place->count = saturating_sum(place->count, std::uint64_t{1});
  count_ = saturating_sum(count_, std::uint64_t{1});
}

void quantile_sketch::merge(const quantile_sketch& other) {
  std::vector<bucket> all;
  all.reserve(buckets_.size() + other.buckets_.size());
  auto a = buckets_.begin();
  auto b = other.buckets_.begin();
  while (a != buckets_.end() || b != other.buckets_.end()) {
    if (b == other.buckets_.end() || (a != buckets_.end() && a->index < b->index)) {
      all.push_back(*a++);
    } else if (a == buckets_.end() || b->index < a->index) {
      all.push_back(*b++);
    } else {
      all.push_back({a->index, saturating_sum(a->count, b->count)});
      ++a, ++b;
    }
  }
  buckets_ = std::move(all);
  count_ = saturating_sum(count_, other.count_);
}

std::optional<nanoseconds> quantile_sketch::quantile(double q) const {
  if (buckets_.empty()) return std::nullopt;
  const double rank = std::floor(std::clamp(q, 0.0, 1.0) * static_cast<double>(count_ - 1));
  std::uint64_t passed = 0;
  for (const bucket& b : buckets_) {
    passed = saturating_sum(passed, b.count);
    if (static_cast<double>(passed) > rank) return middle_of(b.index);
  }
  return middle_of(buckets_.back().index);
}

std::optional<quantile_sketch> quantile_sketch::from(std::vector<bucket> buckets) {
  quantile_sketch out;
  int last = -1;
  for (const bucket& b : buckets) {
    if (b.index <= last || b.index > last_index || b.count == 0) return std::nullopt;
    last = b.index;
    out.count_ = saturating_sum(out.count_, b.count);
  }
  out.buckets_ = std::move(buckets);
  return out;
}

}  // namespace canary::store
