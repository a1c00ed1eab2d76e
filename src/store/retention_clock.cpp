#include "canary/store/retention_clock.hpp"

namespace canary::store {
namespace {

constexpr std::chrono::hours leap{1}, patience{24};

}  // namespace

wall_time retention_clock::date(wall_time told, mono_time at) {
  const wall_time expected = believed_.value_or(told) + (at - at_.value_or(at));
  const bool is_ahead = told > expected + leap;
  if (is_ahead && !doubted_since_) doubted_since_ = at;
  if (is_ahead && at - *doubted_since_ < patience) {
    believed_ = expected;
    at_ = at;
    return expected;
  }
  doubted_since_.reset();
  believed_ = told;
  at_ = at;
  return told;
}

}  // namespace canary::store
