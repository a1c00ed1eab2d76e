#pragma once
// VMs that wait for something outside, and which of them rest meanwhile.

#include "canary/core/clock.hpp"
#include "canary/script/supervisor.hpp"
#include "script/heap.hpp"

#include <boost/intrusive/list.hpp>

namespace canary::script {

class waiting_vms;

/// A VM's heap while its script is executed. In the list while the script waits.
class waiting_vm final
    : public wait_listener,
      public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
 public:
  /// All of them outlive this.
  waiting_vm(heap_lease& lease, waiting_vms& all);
  ~waiting_vm();
  waiting_vm(const waiting_vm&) = delete;
  waiting_vm& operator=(const waiting_vm&) = delete;

  void waits(mono_time since) override;
  void has_waited() override;
  void goes_on() override;

 private:
  friend class waiting_vms;
  heap_lease& lease_;
  waiting_vms& all_;
  mono_time since_{};
  bool rests_ = false;
};

class waiting_vms {
 public:
  /// Has some of those that have waited since before `since` rest, the longest first: at most `most`, and so many as
  /// leave `awake` that do not. How many.
  std::size_t rest(mono_time since, std::size_t most, std::size_t awake);

 private:
  friend class waiting_vm;
  boost::intrusive::list<waiting_vm, boost::intrusive::constant_time_size<false>> waiting_;  // the longest first
  std::size_t awake_ = 0;  // in being, and not at rest
};

}  // namespace canary::script
