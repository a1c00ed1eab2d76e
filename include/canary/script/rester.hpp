#pragma once
// Lets VMs rest that wait for long, where there are many.

#include "canary/core/clock.hpp"
#include "canary/script/vm.hpp"

#include <memory>

namespace canary::script {

/// Looks ten times a second, and on as long as there are more, a millisecond's worth at a time. As long as no more
/// than 256 are awake, none is put to rest: to go on costs one that rests some 20 µs.
class rester {
 public:
  /// Both outlive this.
  rester(clock& time, vm_factory& vms);

 private:
  void look_in(nanoseconds how_long);

  clock& time_;
  vm_factory& vms_;
  std::unique_ptr<timer> timer_;
};

}  // namespace canary::script
