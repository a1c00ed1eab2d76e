#pragma once
// Listings as walks of a cursor, newest first. Their cost is that of the page, whatever is stored.

#include "canary/core/intervention.hpp"
#include "canary/store/store.hpp"
#include "lmdb.hpp"
#include "schema.hpp"

#include <map>
#include <string>

namespace canary::store {

/// Records that one call looks at, at most: what the loop can wait for.
inline constexpr std::size_t most_examined = 2000;

// All of these throw `lmdb::fault`.

/// Damaged records are passed over. Runs stand in the order of their ids; `since` and `until` bound the walk by the
/// time in the id, which is that of the start but where the clock was set back or the run had waited for a place.
run_page list_page(const lmdb::transaction& txn, const tables& in, const run_query& query);

std::vector<run_record> list_unfinished(const lmdb::transaction& txn, const tables& in, std::size_t limit);

result<std::optional<run_record>> read_run(const lmdb::transaction& txn, const tables& in, const run_id& id);

result<std::optional<run_details>> read_details(const lmdb::transaction& txn, const tables& in, const run_id& id);

/// By the tests' names. Damaged ones are passed over.
std::map<std::string, intervention> list_interventions(const lmdb::transaction& txn, const tables& in);

}  // namespace canary::store
