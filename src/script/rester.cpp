#include "canary/script/rester.hpp"

namespace canary::script {
namespace {

using std::chrono::milliseconds;

constexpr nanoseconds interval = milliseconds{100};
constexpr std::size_t awake = 256, at_a_time = 40;

}  // namespace

rester::rester(clock& time, vm_factory& vms) : time_(time), vms_(vms), timer_(time.make_timer()) { look_in(interval); }

void rester::look_in(nanoseconds how_long) {
  timer_->start(time_.mono() + how_long, [this] {
    const bool more = vms_.rest(time_.mono() - interval, at_a_time, awake) == at_a_time;
    look_in(more ? milliseconds{5} : interval);
  });
}

}  // namespace canary::script
