#pragma once
// Heaps with our modules in them. How one comes to be (built, as here, or some day forked from a template) is this
// file's secret.

#include "canary/script/vm.hpp"
#include "script/vm_context.hpp"

#include <memory>

namespace canary::script {

/// Where the engine's own object is kept once scripts cannot reach it any more, in the global stash.
inline constexpr const char* engine_object_key = "engine";

class heap_source;

/// A heap for one VM, and the arena that it lives in, which returns to its source with the lease.
class heap_lease {
 public:
  heap_lease(std::shared_ptr<heap_source> source, std::unique_ptr<arena> memory, std::unique_ptr<vm_context> context);
  heap_lease(heap_lease&&) noexcept = default;
  heap_lease& operator=(heap_lease&&) = delete;
  ~heap_lease();

  vm_context& context() const { return *context_; }

 private:
  std::shared_ptr<heap_source> source_;
  std::unique_ptr<arena> memory_;
  std::unique_ptr<vm_context> context_;
};

class heap_source : public std::enable_shared_from_this<heap_source> {
 public:
  virtual ~heap_source() = default;

  /// Throws std::bad_alloc where there is no memory for another.
  virtual heap_lease take(vm_scope scope, std::uint64_t memory_limit, run_host& host, supervisor& watch) = 0;

  virtual void give_back(std::unique_ptr<arena> memory) noexcept = 0;
};

std::shared_ptr<heap_source> create_heap_source();

}  // namespace canary::script
