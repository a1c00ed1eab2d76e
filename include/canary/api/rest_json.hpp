#pragma once
// How the REST API writes what the daemon knows. Times are RFC 3339, durations milliseconds.

#include "canary/api/server.hpp"
#include "canary/core/run_record.hpp"
#include "canary/schedule/test_view.hpp"
#include "canary/store/store.hpp"

#include <boost/json/object.hpp>
#include <boost/json/storage_ptr.hpp>
#include <boost/json/value.hpp>

#include <optional>

namespace canary::api {

using boost::json::storage_ptr;

/// Durations are told in milliseconds.
double to_ms(nanoseconds duration);

boost::json::object run_summary_json(const run_record& run, storage_ptr memory = {});
/// Null where nothing is known of it. Stands beside the summary where a run is shown alone: lists do without.
boost::json::value run_usage_json(const std::optional<run_usage>& usage);

/// Of many runs: counts, uptime (null where none passed or failed), durations (null likewise).
boost::json::object summary_json(const store::summary& summary, storage_ptr memory = {});

boost::json::object log_entry_json(const log_entry& entry, storage_ptr memory = {});
boost::json::object http_exchange_json(const http_exchange& exchange, storage_ptr memory = {});
boost::json::object script_error_json(const script_error& error, storage_ptr memory = {});
boost::json::object run_step_json(const run_step& step, storage_ptr memory = {});
boost::json::object run_check_json(const run_check& check, storage_ptr memory = {});

/// Null where there is none.
boost::json::value maintenance_json(const std::optional<maintenance_window>& window, storage_ptr memory = {});

/// With its strip of outcomes, `recent`, some 9 KB of text.
boost::json::object test_json(const schedule::test_view& view, storage_ptr memory = {}, bool with_recent = true);

/// Of the strip's outcomes that passed or failed, in milliseconds; the mean of the two in the middle where their number
/// is even. Empty where there are none.
std::optional<double> recent_p50_ms(const std::vector<schedule::outcome_mark>& recent);

struct status_figures {
  daemon_status daemon;
  wall_time now{};
  std::map<schedule::test_state, std::size_t> tests;
  std::size_t running = 0, queued = 0;
  store::statistics stored;
  std::string last_event;  ///< its id, for `after`
  std::size_t event_readers = 0;
  std::uint64_t event_readers_dropped = 0;  ///< for being slow, since the start
};

boost::json::object status_json(const status_figures& figures);

}  // namespace canary::api
