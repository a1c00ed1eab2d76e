#pragma once
// Looks at every page of a database file before LMDB does. LMDB trusts its pages: a damaged one makes it read or write
// outside of its memory, which ends the process. What passes here cannot.

#include "canary/core/result.hpp"

#include <cstdint>
#include <functional>

namespace canary::store {

struct finding {
  enum class kind : std::uint8_t {
    whole,
    unfinished,  ///< no damage as far as time allowed
    cut_off,     ///< what is in use lies past the end of the file
    damaged,
  };
  kind what = kind::whole;
  std::string where = {};  ///< of damage: 'page 17: …'
};

/// Reads the open file `descriptor` of `size` bytes, in no need of trust in it and without changing it: the list of
/// free pages first, then tables, small ones before large ones and of each its newest pages first. `time_is_up`, where
/// there is one, is asked every few pages. Nobody may write to the file meanwhile. Its first two pages are meta pages
/// of the same page size, as `data_file` has seen.
finding inspect(int descriptor, std::uint64_t size, const std::function<bool()>& time_is_up);

}  // namespace canary::store
