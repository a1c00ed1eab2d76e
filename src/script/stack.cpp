#include "canary/script/stack.hpp"

#include <sys/mman.h>

#include <cstdint>
#include <new>

namespace canary::script {
namespace {
constexpr std::size_t page = 4096;
constexpr std::size_t most_idle = 1024;  // a script touches some 12 KiB of each
constexpr std::size_t word_bytes = 64;   // at the top, a cache line

std::uintptr_t here() { return reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0)); }
}  // namespace

bool stack_is_short() noexcept { return (here() & (stack_bytes - 1)) < stack_reserve_bytes; }

void*& stack_word() noexcept {
  return *reinterpret_cast<void**>((here() & ~(stack_bytes - 1)) + stack_bytes - word_bytes);
}

std::size_t stack_left() noexcept {
  const std::size_t above_bottom = here() & (stack_bytes - 1);
  return above_bottom > stack_reserve_bytes ? above_bottom - stack_reserve_bytes : 0;
}

stack_pool::~stack_pool() {
  for (void* low : idle_) ::munmap(low, stack_bytes);
}

boost::context::stack_context stack_pool::allocate() {
  void* low = nullptr;
  if (!idle_.empty()) {
    low = idle_.back();
    idle_.pop_back();
  } else {
    // Twice the size surely holds an aligned stack; the rest is given back.
    void* range = ::mmap(nullptr, 2 * stack_bytes, PROT_READ | PROT_WRITE,
                         MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
    if (range == MAP_FAILED) throw std::bad_alloc{};
    const auto start = reinterpret_cast<std::uintptr_t>(range);
    const std::uintptr_t aligned = (start + stack_bytes - 1) & ~(stack_bytes - 1);
    if (aligned > start) ::munmap(range, aligned - start);
    ::munmap(reinterpret_cast<void*>(aligned + stack_bytes), start + stack_bytes - aligned);
    low = reinterpret_cast<void*>(aligned);
    if (::mprotect(low, page, PROT_NONE) != 0) {
      ::munmap(low, stack_bytes);
      throw std::bad_alloc{};
    }
  }
  boost::context::stack_context stack;
  stack.size = stack_bytes - page - word_bytes;
  stack.sp = static_cast<char*>(low) + stack_bytes - word_bytes;
  *static_cast<void**>(stack.sp) = nullptr;
  return stack;
}

void stack_pool::deallocate(const boost::context::stack_context& stack) noexcept {
  void* low = static_cast<char*>(stack.sp) + word_bytes - stack_bytes;
  if (idle_.size() < most_idle) {
    try {
      idle_.push_back(low);
      return;
    } catch (const std::bad_alloc&) {
    }
  }
  ::munmap(low, stack_bytes);
}

}  // namespace canary::script
