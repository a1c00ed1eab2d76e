#include "canary/store/quantile_sketch.hpp"

#include "support/catch.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <random>

using namespace canary;
using namespace canary::store;
using namespace std::chrono_literals;

namespace {

using values = std::vector<std::int64_t>;

quantile_sketch sketch_of(const values& all) {
  quantile_sketch out;
  for (const auto ns : all) out.add(nanoseconds{ns});
  return out;
}

values make(std::size_t count, const std::function<double(std::mt19937_64&)>& draw) {
  std::mt19937_64 random(42);
  values out;
  for (std::size_t i = 0; i < count; ++i) out.push_back(std::llround(draw(random)));
  return out;
}

}  // namespace

TEST_CASE("quantiles are within one percent of the exact ones, whatever the distribution") {
  struct row {
    const char* name;
    values all;
  };
  std::lognormal_distribution<double> web(std::log(80e6), 0.7);
  std::exponential_distribution<double> waiting(1 / 250e6);
  std::uniform_real_distribution<double> even(1, 1e12);
  std::bernoulli_distribution times_out(0.02);
  std::uniform_int_distribution<int> few(1, 60);
  for (row& r : std::vector<row>{
           {"log-normal, as of a web page", make(20'000, [&](auto& g) { return web(g); })},
           {"exponential", make(20'000, [&](auto& g) { return waiting(g); })},
           {"even over twelve decades", make(20'000, [&](auto& g) { return even(g); })},
           {"two modes, one a timeout", make(20'000, [&](auto& g) { return times_out(g) ? 10e9 : web(g); })},
           {"few nanoseconds", make(5'000, [&](auto& g) { return few(g); })},
           {"one value", {123'456'789}},
           {"all the same", values(1'000, 5'000'000)},
           {"extremes", {1, std::numeric_limits<std::int64_t>::max()}},
       }) {
    const quantile_sketch sketch = sketch_of(r.all);
    std::sort(r.all.begin(), r.all.end());
    CHECK(sketch.count() == r.all.size());
    CHECK(sketch.buckets().size() <= 1 + quantile_sketch::last_index);
    for (const double q : {0.0, 0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1.0}) {
      const auto exact = static_cast<double>(r.all[static_cast<std::size_t>(q * double(r.all.size() - 1))]);
      const auto told = static_cast<double>(sketch.quantile(q)->count());
      CAPTURE(r.name, q, exact, told);
      CHECK(std::abs(told - exact) <= exact * quantile_sketch::relative_error * 1.000001 + 0.5);
    }
  }
}

TEST_CASE("no value has no quantile, and what is below a nanosecond counts as one") {
  CHECK(!quantile_sketch().quantile(0.5));
  CHECK(sketch_of({0}).quantile(0.5) == 1ns);
  CHECK(sketch_of({std::numeric_limits<std::int64_t>::min()}).quantile(0.5) == 1ns);
  const auto two = sketch_of({1'000, 9'000});
  CHECK(two.quantile(-3.0) == two.quantile(0.0));
  CHECK(two.quantile(7.0) == two.quantile(1.0));
}

TEST_CASE("merged sketches are the sketch of all values, in whatever order they are merged") {
  std::lognormal_distribution<double> web(std::log(80e6), 1.5);
  const values all = make(3'000, [&](auto& g) { return web(g); });
  const auto part = [&](std::size_t from, std::size_t to) {
    return sketch_of(
        values(all.begin() + static_cast<std::ptrdiff_t>(from), all.begin() + static_cast<std::ptrdiff_t>(to)));
  };
  const auto sum = [](quantile_sketch a, const quantile_sketch& b) {
    a.merge(b);
    return a;
  };
  const auto a = part(0, 700), b = part(700, 710), c = part(710, 3'000);
  const auto whole = sketch_of(all);
  CHECK(sum(sum(a, b), c) == whole);
  CHECK(sum(a, sum(b, c)) == whole);
  CHECK(sum(c, sum(b, a)) == whole);
  CHECK(sum(whole, {}) == whole);
  CHECK(sum({}, whole) == whole);
}

TEST_CASE("a sketch is not made of buckets that cannot be") {
  using buckets = std::vector<quantile_sketch::bucket>;
  CHECK(quantile_sketch::from(buckets{{3, 1}, {2184, 7}})->count() == 8);
  CHECK(!quantile_sketch::from(buckets{{2185, 1}}));
  CHECK(!quantile_sketch::from(buckets{{3, 0}}));
  CHECK(!quantile_sketch::from(buckets{{3, 1}, {3, 1}}));
  CHECK(!quantile_sketch::from(buckets{{4, 1}, {3, 1}}));
  constexpr auto most = std::numeric_limits<std::uint64_t>::max();
  const auto huge = quantile_sketch::from(buckets{{3, most}, {4, most}});
  CHECK(huge->count() == most);
  CHECK(huge->quantile(1.0) > 0ns);
}
