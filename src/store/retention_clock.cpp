#include "canary/store/retention_clock.hpp"

#include <algorithm>

namespace canary::store {
namespace {

constexpr std::chrono::hours leap{1}, patience{24};
constexpr nanoseconds least_doubt{1};

}  // namespace

retention_date retention_clock::date(wall_time told, mono_time at) {
  const nanoseconds passed = at - at_.value_or(at);
  const retention_date before = remembered_.value_or(told);
  at_ = at;
  const bool is_ahead = told > before.date + passed + leap;
  const bool was_ahead = before.doubted_for > nanoseconds{};
  const nanoseconds doubted = was_ahead ? before.doubted_for + passed : least_doubt;
  remembered_ = is_ahead && doubted < patience ? retention_date{before.date + passed, doubted} : retention_date{told};
  return *remembered_;
}

}  // namespace canary::store
