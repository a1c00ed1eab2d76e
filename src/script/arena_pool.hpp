#pragma once
// Arenas between two VMs: kept warm, since fresh pages cost more than a VM does.

#include "canary/script/arena.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace canary::script {

class arena_pool {
 public:
  /// At least `bytes`, in whole pages, from 1 MiB to 8 GiB. What an earlier VM left behind is in it, and it is to be
  /// reset or overwritten. Throws std::bad_alloc where the system has no address range for another.
  /// `warm_bytes`: what its VM is going to touch, more or less; arenas are kept apart by it.
  std::unique_ptr<arena> take(std::uint64_t bytes, std::size_t warm_bytes);

  /// Keeps the first `warm_bytes`, gives the rest back to the system, or all of it where enough of its kind
  /// is kept already. Arenas of other kinds make room.
  void give_back(std::unique_ptr<arena> memory, std::size_t warm_bytes) noexcept;

 private:
  using kind = std::pair<std::uint64_t, std::size_t>;  // size, warm bytes

  void make_room(std::size_t bytes, const kind& wanted) noexcept;

  std::map<kind, std::vector<std::unique_ptr<arena>>> idle_;
  std::size_t idle_bytes_ = 0;  // that they hold on to
};

}  // namespace canary::script
