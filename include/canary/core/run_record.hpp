#pragma once
// What is known of one run: the record that lists are made of, and the details that only its own page reads.

#include "canary/core/failure.hpp"
#include "canary/core/run_id.hpp"
#include "canary/core/time.hpp"
#include "canary/core/tls_facts.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace canary {

/// Where a run stands. The numbers are part of stored records.
enum class run_status : unsigned char {
  running = 0,
  passed = 1,
  failed = 2,
  interrupted = 3,
  skipped = 4  ///< its script called test.skip: it says nothing of the tested product
};

/// 'running', 'passed', 'failed', 'interrupted', 'skipped'.
std::string_view to_string(run_status s);
std::optional<run_status> parse_run_status(std::string_view name);

/// Whether a run of this status says something of the tested product.
constexpr bool has_verdict(run_status s) { return s == run_status::passed || s == run_status::failed; }

/// Whether something let it down: then it has a cause, with a class.
constexpr bool did_not_pass(run_status s) { return s == run_status::failed || s == run_status::interrupted; }

/// What set a run off. The numbers are part of stored records.
enum class run_trigger : unsigned char { schedule = 0, manual = 1, command_line = 2 };

/// 'schedule', 'manual', 'command_line'.
std::string_view to_string(run_trigger t);

enum class log_level : unsigned char { debug = 0, info = 1, warn = 2, error = 3 };

/// 'debug', 'info', 'warn', 'error'.
std::string_view to_string(log_level l);
std::optional<log_level> parse_log_level(std::string_view name);

/// One line that a script logged.
struct log_entry {
  wall_time at{};
  log_level level = log_level::info;
  std::string message;
  boost::json::object fields;  ///< from log.kv
};

/// The phases of one HTTP exchange, in milliseconds; a phase that did not happen is 0, and the rest sum to `duration`.
struct http_timings {
  double blocked = 0, looking_up = 0, connecting = 0, tls_handshaking = 0, sending = 0, waiting = 0, receiving = 0,
         duration = 0;
};

/// One request that went out, and what came back; each hop of a redirect is an exchange of its own.
struct http_exchange {
  wall_time started{};
  std::string method;
  std::string url;    ///< without userinfo
  int code = 0;       ///< 0 where no response arrived
  std::string proto;  ///< 'HTTP/1.1'
  std::string remote_ip;
  std::uint16_t remote_port = 0;
  bool reused = false;  ///< an earlier exchange's connection was used
  http_timings timings;
  std::uint64_t bytes_sent = 0;  ///< on the wire above TLS: heads and bodies
  std::uint64_t bytes_received = 0;
  failure error;                         ///< kind none where a response arrived whole
  std::shared_ptr<const tls_facts> tls;  ///< null without TLS; of a failed handshake, as much as is known
};

/// How a step ended. The numbers are part of stored records.
enum class step_status : unsigned char { passed = 0, failed = 1, skipped = 2 };

/// 'passed', 'failed', 'skipped'.
std::string_view to_string(step_status s);
std::optional<step_status> parse_step_status(std::string_view name);

/// One test.step or test.cleanup of a run, in the order in which they began.
struct run_step {
  std::string name;
  wall_time started{};
  nanoseconds duration{};  ///< monotonic
  step_status status = step_status::passed;
  bool cleanup = false;                 ///< of test.cleanup
  std::optional<std::uint32_t> parent;  ///< the step that it was made in: an index, less than its own
  std::string error;                    ///< what it failed of, or why it was skipped; '' where it passed
};

/// One expectation that was looked at: of check, by its name.
struct run_check {
  std::string name;
  wall_time at{};
  bool held = true;
  bool soft = false;                  ///< does not fail the run
  std::optional<std::uint32_t> step;  ///< the innermost step that it was made in: an index
};

/// Where a script went wrong.
struct script_error {
  std::string message;
  std::string stack;          ///< as the engine prints it, one frame a line
  std::string file;           ///< the author's file, '' where unknown
  int line = 0;               ///< from 1; 0 where unknown
  int column = 0;             ///< from 1; 0 where unknown
  std::string excerpt;        ///< the source around `line`, with line numbers and a marker
  std::string expected = {};  ///< what an assertion wanted, and what it got: text to be compared line by line;
  std::string actual = {};    ///< both are '' where the error is not an assertion's, or has none
};

/// What a run took of the machine. Its requests' way over the network is the daemon's work, and not in it.
struct run_usage {
  nanoseconds cpu{};                    ///< of its turns, the making and the end of its VM included
  std::uint64_t peak_memory_bytes = 0;  ///< of its VM
  std::uint64_t slices = 0;       ///< turns that it had: one to begin, one after each wait, one after each full slice
  std::uint64_t allocations = 0;  ///< how often its script asked for memory
  bool operator==(const run_usage&) const = default;
};

/// One run. A run has exactly one outcome: none while `running`, else one of the four others.
struct run_record {
  run_id id;
  std::string test;
  run_status status = run_status::running;
  wall_time start_at{};
  std::optional<wall_time> end_at;  ///< set once it is not running; for a run found unfinished at start-up, that time
  nanoseconds duration{};           ///< monotonic; 0 while running
  nanoseconds lateness{};           ///< how much after its due time it began
  run_trigger trigger = run_trigger::schedule;
  std::uint32_t attempt = 1;
  failure cause;  ///< kind none where it passed, was skipped (the message says why), or is running

  /// Empty while running, where the daemon did not see the run's end, and where there was no memory to begin it.
  std::optional<run_usage> usage = {};
};

/// What a run left behind, beyond its record.
struct run_details {
  std::vector<log_entry> logs;
  std::uint64_t logs_dropped = 0;  ///< lines past the limit that is kept
  std::vector<http_exchange> requests;
  std::uint64_t requests_dropped = 0;
  std::vector<run_step> steps = {};
  std::uint64_t steps_dropped = 0;
  std::vector<run_check> checks = {};
  std::uint64_t checks_dropped = 0;
  std::optional<script_error> error;
  failure_code code = failure_code::none;  ///< of the record's cause
};

}  // namespace canary
