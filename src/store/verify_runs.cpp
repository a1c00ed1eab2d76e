#include "details_packing.hpp"
#include "intervention_codec.hpp"
#include "verify.hpp"

namespace canary::store {
namespace {

struct index_place {
  const char* name;
  lmdb::table table;
  std::string key;
};

/// Where a run has to stand besides `runs`, and `by_test` or `recent`.
std::vector<index_place> places_of(const tables& in, const run_record& record, std::uint32_t number) {
  std::vector<index_place> out;
  if (record.status == run_status::running) return out;
  for (const std::uint32_t whose : {number, all_tests}) {
    if (record.status == run_status::failed) {
      out.push_back({"failures", in.failures, key_of(whose, any_failure)});
    }
    if (record.status == run_status::interrupted) {
      out.push_back({"failures", in.failures, key_of(whose, part_of(failure_class::interrupted))});
    }
    if (record.status == run_status::skipped) {
      out.push_back({"failures", in.failures, key_of(whose, skipped_runs)});
    }
    if (did_not_pass(record.status) && record.cause.kind != failure_class::none) {
      out.push_back({"failures", in.failures, key_of(whose, part_of(record.cause.kind))});
    }
    if (record.attempt != 1) out.push_back({"retries", in.retries, key_of(whose, part_of_attempt(record.attempt))});
  }
  return out;
}

}  // namespace

void verifier::verify_runs() {
  walk(in().runs, [this](const lmdb::entry& at) { verify_run(at); });
}

void verifier::verify_run(const lmdb::entry& at) {
  ++done_.runs;
  const std::string key = run_key(at.key);
  const auto id = id_of(at.key);
  const auto run = id ? decode_record(*id, at.value) : std::nullopt;
  if (!run) return report("runs", key, "its record cannot be read", mended_by::backup);
  const std::uint32_t number = run->test_number;
  if (!txn().get(in().tests, key_of(number))) {
    report("runs", key, "its test, number " + std::to_string(number) + ", has no name", mended_by::backup);
  }
  if (!txn().has_id(in().by_test, key_of(number), at.key) && !txn().has_id(in().recent, key_of(number), at.key)) {
    report("by_test", key, "the run is missing under key " + hex_key(key_of(number)), mended_by::rebuilding);
  }
  for (const index_place& place : places_of(in(), run->record, number)) {
    if (txn().has_id(place.table, place.key, at.key)) continue;
    report(place.name, key, "the run is missing under key " + hex_key(place.key), mended_by::rebuilding);
  }
  const bool running = run->record.status == run_status::running;
  if (running != txn().get(in().ongoing, at.key).has_value()) {
    report("ongoing", key, running ? "the run goes on, and is not there" : "the run has ended, and is there",
           mended_by::rebuilding);
  }
  if (!running) verify_counted(run->record, number);
  const auto details = txn().get(in().details, at.key);
  if (!details) return;
  from_.touched(*details);
  if (!unpack_details(txn(), in(), number, *details)) {
    report("details", key, "its logs and trace cannot be read", mended_by::backup);
  }
  if (running) report("details", key, "the run goes on, and has details already", mended_by::rebuilding);
}

/// Rollups that are too old are removed, the oldest first.
void verifier::verify_counted(const run_record& record, std::uint32_t number) {
  const std::uint32_t hour = hour_of(record.start_at);
  if (txn().get(in().hours, key_of_span(hour, number))) return;
  const auto oldest = lmdb::cursor(txn(), in().hours).first();
  if (!oldest || oldest->key > key_of_span(hour, number)) return;
  report("hours", record.id.text(), "the hour in which the run began has no rollup", mended_by::rebuilding);
}

void verifier::verify_ids() {
  verify_index("by_test", in().by_test);
  verify_index("recent", in().recent);
  verify_index("failures", in().failures);
  verify_index("retries", in().retries);
  walk(in().ongoing, [this](const lmdb::entry& at) {
    if (!txn().get(in().runs, at.key))
      report("ongoing", run_key(at.key), "there is no such run", mended_by::rebuilding);
  });
  walk(in().details, [this](const lmdb::entry& at) {
    if (!txn().get(in().runs, at.key))
      report("details", run_key(at.key), "there is no such run", mended_by::rebuilding);
  });
}

void verifier::verify_index(const char* name, lmdb::table table) {
  walk(table, [=, this](const lmdb::entry& at) {
    const auto bytes = txn().get(in().runs, at.value);
    if (!bytes) {
      return report(name, run_key(at.value), "there is no such run, under key " + hex_key(at.key),
                    mended_by::rebuilding);
    }
    const auto run = run_at(at.value);
    if (!run) return;  // told of with its record
    if ((table == in().by_test || table == in().recent) && at.key == key_of(run->test_number)) return;
    const bool is_late = table == in().failures && at.key == key_of(all_tests, late_pass);
    if (is_late && ages_as_pass(run->record.status)) return;
    for (const index_place& place : places_of(in(), run->record, run->test_number)) {
      if (place.table == table && place.key == at.key) return;
    }
    report(name, run_key(at.value), "the run does not belong under key " + hex_key(at.key), mended_by::rebuilding);
  });
}

void verifier::verify_names() {
  walk(in().names, [this](const lmdb::entry& at) {
    const auto number = number_of(at.value);
    const auto back = number ? txn().get(in().tests, at.value) : std::nullopt;
    if (back != at.key) {
      report("names", std::string(at.key), "the number " + hex_key(at.value) + " is not the test's",
             mended_by::rebuilding);
    }
  });
  walk(in().tests, [this](const lmdb::entry& at) {
    if (at.value.empty() || txn().get(in().names, at.value) != at.key) {
      report("tests", hex_key(at.key), "the name '" + std::string(at.value) + "' leads to another number",
             mended_by::rebuilding);
    }
  });
  walk(in().meta, [this](const lmdb::entry&) {});
}

void verifier::verify_interventions() {
  if (in().interventions == 0) return;
  walk(in().interventions, [this](const lmdb::entry& at) {
    if (!decode_intervention(at.value)) {
      return report("interventions", hex_key(at.key), "it cannot be read", mended_by::backup);
    }
    const auto number = number_of(at.key);
    if (!number || !txn().get(in().tests, at.key)) {
      report("interventions", number ? test_name(*number) : hex_key(at.key), "there is no such test",
             mended_by::backup);
    }
  });
}

}  // namespace canary::store
