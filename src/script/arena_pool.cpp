#include "script/arena_pool.hpp"

#include <algorithm>
#include <new>

namespace canary::script {
namespace {

// As many as a burst needs soon again; each holds on to what a small script touches.
constexpr std::size_t most_idle = 256, warm_bytes = 256u << 10;

std::uint64_t size_for(std::uint64_t bytes) {
  constexpr std::uint64_t least = 1u << 20, most = std::uint64_t{8} << 30, page = 4096;
  return (std::clamp(bytes, least, most) + page - 1) / page * page;
}

}  // namespace

std::unique_ptr<arena> arena_pool::take(std::uint64_t bytes) {
  const std::uint64_t size = size_for(bytes);
  const auto found = idle_.find(size);
  if (found == idle_.end() || found->second.empty()) return std::make_unique<arena>(size);
  // The latest is the warmest.
  std::unique_ptr<arena> memory = std::move(found->second.back());
  found->second.pop_back();
  --idle_count_;
  return memory;
}

void arena_pool::give_back(std::unique_ptr<arena> memory) noexcept {
  if (idle_count_ >= most_idle) return;
  try {
    memory->drop_beyond(warm_bytes);
    idle_[memory->size()].push_back(std::move(memory));
    ++idle_count_;
  } catch (const std::bad_alloc&) {
  }
}

}  // namespace canary::script
