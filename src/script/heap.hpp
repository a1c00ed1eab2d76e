#pragma once
// Heaps with our modules in them. How one comes to be (built, or forked from a template) is heap.cpp's secret.

#include "canary/script/vm.hpp"
#include "script/arena_pool.hpp"
#include "script/heap_image.hpp"
#include "script/vm_context.hpp"

#include <functional>
#include <memory>

namespace canary::script {

/// A heap for one VM, and the arena that it lives in, which returns to its pool with the lease.
class heap_lease {
 public:
  /// `pool` and `forked_from` outlive it.
  heap_lease(arena_pool& pool, std::unique_ptr<arena> memory, std::size_t warm_bytes,
             std::unique_ptr<vm_context> context, const heap_image* forked_from);
  heap_lease(heap_lease&&) noexcept = default;
  heap_lease& operator=(heap_lease&&) = delete;
  ~heap_lease();

  vm_context& context() const { return *context_; }

  /// While nobody looks at the heap: what it has not changed since it was forked goes back to the system.
  void rest();
  /// Before somebody does again.
  void wake() noexcept;

 private:
  arena_pool& pool_;
  std::unique_ptr<arena> memory_;
  std::size_t warm_bytes_;
  std::unique_ptr<vm_context> context_;
  const heap_image* forked_from_;    // null where it was built
  std::vector<std::uint32_t> away_;  // its pages that the system has
};

/// Outlives its leases.
class heap_source {
 public:
  virtual ~heap_source() = default;

  /// Nobody watches it yet. What `preload` names is a matter of speed alone. Throws std::bad_alloc where there is no
  /// memory for another.
  virtual heap_lease take(vm_scope scope, std::uint64_t memory_limit, preload_set preload) = 0;

  /// As `vm_factory::prepare`.
  virtual void prepare(preload_set preload, const std::function<void()>& meanwhile) = 0;

  virtual fork_report report() const = 0;
};

/// With `fork`, heaps for runs are forked wherever that can be relied on, which is found out here.
std::unique_ptr<heap_source> create_heap_source(bool fork);

}  // namespace canary::script
