#pragma once
// The native stacks that scripts run on.

#include <boost/context/stack_context.hpp>

#include <cstddef>
#include <memory>
#include <vector>

namespace canary::script {

/// Bytes of every script's stack, a power of two. Its place is a multiple of it, so that any code can tell from the
/// stack pointer alone how much is left (`stack_is_short`), whichever stack it runs on.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr std::size_t stack_bytes = 2u << 20;
#else
inline constexpr std::size_t stack_bytes = 256u << 10;
#endif

/// What must be left for native code that does not recurse: a TLS handshake, an exception on its way.
inline constexpr std::size_t stack_reserve_bytes = stack_bytes / 4;

/// Whether the calling code, on a stack of a `stack_pool`, has used up all but the reserve.
bool stack_is_short() noexcept;

/// One word at the top of each stack, for whoever watches over the code that runs on it: null, or what was put there
/// last. Only from code on a stack of a `stack_pool`.
void*& stack_word() noexcept;

/// Bytes left before the reserve. Likewise.
std::size_t stack_left() noexcept;

/// Keeps stacks for reuse: fresh ones cost page faults. Below each lies a page that may not be touched.
class stack_pool {
 public:
  stack_pool() = default;
  ~stack_pool();
  stack_pool(const stack_pool&) = delete;
  stack_pool& operator=(const stack_pool&) = delete;

  /// Throws std::bad_alloc where the system has no memory for another.
  boost::context::stack_context allocate();
  void deallocate(const boost::context::stack_context& stack) noexcept;

 private:
  std::vector<void*> idle_;
};

/// A handle of a pool, in the form that Boost.Context wants of a stack allocator.
class stack_allocator {
 public:
  explicit stack_allocator(std::shared_ptr<stack_pool> pool) : pool_(std::move(pool)) {}
  boost::context::stack_context allocate() { return pool_->allocate(); }
  void deallocate(boost::context::stack_context& stack) noexcept { pool_->deallocate(stack); }

 private:
  std::shared_ptr<stack_pool> pool_;
};

}  // namespace canary::script
