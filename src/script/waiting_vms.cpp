#include "script/waiting_vms.hpp"

namespace canary::script {

waiting_vm::waiting_vm(heap_lease& lease, waiting_vms& all) : lease_(lease), all_(all) { ++all_.awake_; }

waiting_vm::~waiting_vm() {
  if (!rests_) --all_.awake_;
}

void waiting_vm::waits(mono_time since) {
  since_ = since;
  all_.waiting_.push_back(*this);
}

void waiting_vm::has_waited() {
  if (is_linked()) unlink();
}

void waiting_vm::goes_on() {
  if (!rests_) return;
  lease_.wake();
  rests_ = false;
  ++all_.awake_;
}

std::size_t waiting_vms::rest(mono_time since, std::size_t most, std::size_t awake) {
  std::size_t rested = 0;
  while (rested < most && awake_ > awake && !waiting_.empty() && waiting_.front().since_ < since) {
    waiting_vm& vm = waiting_.front();
    vm.lease_.rest();
    waiting_.pop_front();
    vm.rests_ = true;
    --awake_;
    ++rested;
  }
  return rested;
}

}  // namespace canary::script
