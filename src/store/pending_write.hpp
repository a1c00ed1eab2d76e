#pragma once
// One write on its way from the loop to the disk.

#include "canary/store/store.hpp"

#include <cstddef>
#include <list>
#include <string>

namespace canary::store {

struct pending_write {
  enum class kind : unsigned char { start, end, intervention };

  kind what = kind::start;
  run_record record;    ///< of an intervention the test's name alone
  std::string details;  ///< encoded, of an intervention that itself; empty where there are none
  store::completion done;

  /// Memory it takes, about.
  std::size_t bytes() const { return sizeof *this + record.test.size() + record.cause.message.size() + details.size(); }
};

/// A list, since whole batches change hands under the queue's lock.
using write_batch = std::list<pending_write>;

}  // namespace canary::store
