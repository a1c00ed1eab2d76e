#pragma once
// Arenas between two VMs: kept warm, since fresh pages cost more than a VM does.

#include "canary/script/arena.hpp"

#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace canary::script {

class arena_pool {
 public:
  /// At least `bytes`, in whole pages, from 1 MiB to 8 GiB. What an earlier VM left behind is in it, and it is to be
  /// reset or overwritten. Throws std::bad_alloc where the system has no address range for another.
  std::unique_ptr<arena> take(std::uint64_t bytes);

  /// Keeps what the usual script touches, gives the rest back to the system, or all of it where enough is kept already.
  void give_back(std::unique_ptr<arena> memory) noexcept;

 private:
  std::map<std::uint64_t, std::vector<std::unique_ptr<arena>>> idle_;  // by size
  std::size_t idle_bytes_ = 0;                                         // that they hold on to
};

}  // namespace canary::script
