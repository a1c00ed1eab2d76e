#include "canary/store/standing.hpp"

namespace canary::store {

void standing::add(const run_record& record) {
  if (record.status == run_status::running) return;
  ++(record.status == run_status::passed    ? passed
     : record.status == run_status::failed  ? failed
     : record.status == run_status::skipped ? skipped
                                            : interrupted);
  if (last != run_status::running && record.id <= newest) return;
  last = record.status;
  newest = record.id;
  if (!has_verdict(record.status)) return;
  if (record.status != row_of) {
    row_of = record.status;
    row = 0;
    row_first = record.id;
    row_since = record.start_at;
  }
  ++row;
}

}  // namespace canary::store
