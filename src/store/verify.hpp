#pragma once
// Every entry of a database held against those that it must agree with, in snapshots that are soon given up.
//
// Whatever is compared is read from one snapshot, so that a daemon that writes meanwhile makes nothing look wrong.

#include "canary/store/maintenance.hpp"
#include "canary/store/rollup.hpp"
#include "reading.hpp"
#include "record_codec.hpp"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace canary::store {

class verifier {
 public:
  verifier(reading& from, const std::function<void(const discrepancy&)>& found, const progress_listener& listener);

  void verify_runs();           ///< each record, its details, and its entries in the indexes
  void verify_ids();            ///< each entry of an index, of `ongoing` and of `details` has its run
  void verify_names();          ///< names and tests are each other's inverse
  void verify_rollups();        ///< hours tell what the runs say, and days what the hours say
  void verify_standings();      ///< each test's state agrees with its newest run
  void verify_interventions();  ///< what is kept of operators can be read, and is of tests that are there

  const verification& done() const { return done_; }

 private:
  enum class mended_by : unsigned char { rebuilding, backup };

  const lmdb::transaction& txn() const { return from_.txn(); }
  const tables& in() const { return from_.in(); }
  void walk(lmdb::table table, const std::function<void(const lmdb::entry&)>& check);
  void report(const char* table, std::string key, std::string what, mended_by remedy);
  std::optional<stored_run> run_at(std::string_view key) const;
  std::string test_name(std::uint32_t number) const;

  void verify_run(const lmdb::entry& at);
  void verify_counted(const run_record& record, std::uint32_t number);
  void verify_index(const char* name, lmdb::table table);
  void verify_hour(const lmdb::entry& at);
  rollup count_again(std::uint32_t hour, std::uint32_t number);
  void verify_day(const lmdb::entry& at);

  reading& from_;
  const std::function<void(const discrepancy&)>& found_;
  const progress_listener& listener_;
  std::vector<discrepancy>
      reports_;  ///< of the slice; whoever hears of them may take long, and no snapshot waits for that
  verification done_;
  std::uint64_t all_ = 0;

  /// Rollups of whole tests by hour, computed where an hour is suspect, as of one snapshot.
  std::map<std::uint32_t, std::map<std::uint32_t, rollup>> counted_;
  std::uint64_t counted_in_ = 0, counted_hours_ = 0;
};

/// Keys as people read them.
std::string run_key(std::string_view key);
std::string hex_key(std::string_view key);

}  // namespace canary::store
