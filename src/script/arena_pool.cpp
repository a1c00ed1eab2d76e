#include "script/arena_pool.hpp"

#include <algorithm>
#include <iterator>
#include <new>

namespace canary::script {
namespace {

// What all of them hold on to: what a burst of some five hundred small scripts needs soon again.
constexpr std::size_t most_idle_bytes = 96u << 20;

std::uint64_t size_for(std::uint64_t bytes) {
  constexpr std::uint64_t least = 1u << 20, most = std::uint64_t{8} << 30, page = 4096;
  return (std::clamp(bytes, least, most) + page - 1) / page * page;
}

}  // namespace

std::unique_ptr<arena> arena_pool::take(std::uint64_t bytes, std::size_t warm_bytes) {
  const std::uint64_t size = size_for(bytes);
  const auto found = idle_.find({size, warm_bytes});
  if (found == idle_.end() || found->second.empty()) return std::make_unique<arena>(size);
  // The latest is the warmest.
  std::unique_ptr<arena> memory = std::move(found->second.back());
  found->second.pop_back();
  idle_bytes_ -= memory->resident();
  return memory;
}

void arena_pool::give_back(std::unique_ptr<arena> memory, std::size_t warm_bytes) noexcept {
  memory->drop_beyond(warm_bytes);
  const std::size_t kept = memory->resident();
  make_room(kept, {memory->size(), warm_bytes});
  if (idle_bytes_ + kept > most_idle_bytes) return;
  try {
    idle_[{memory->size(), warm_bytes}].push_back(std::move(memory));
    idle_bytes_ += kept;
  } catch (const std::bad_alloc&) {
  }
}

// Those that others used last have had their time.
void arena_pool::make_room(std::size_t bytes, const kind& wanted) noexcept {
  for (auto it = idle_.begin(); it != idle_.end() && idle_bytes_ + bytes > most_idle_bytes;) {
    if (it->first == wanted) {
      ++it;
      continue;
    }
    while (!it->second.empty() && idle_bytes_ + bytes > most_idle_bytes) {
      idle_bytes_ -= it->second.back()->resident();
      it->second.pop_back();
    }
    it = it->second.empty() ? idle_.erase(it) : std::next(it);
  }
}

}  // namespace canary::script
