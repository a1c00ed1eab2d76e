#pragma once
// Details made small: deflated against what another run of the same test has left, since the runs of a test say nearly
// the same.
//
//   version      byte, 128, which no encoded details begin with
//   generation   byte, from 1: which of the test's dictionaries
//   size         varint, of the encoded details (details_codec.hpp)
//   deflated     varint length, and raw DEFLATE (RFC 1951) of them
//   end mark     byte, not zero (bytes.hpp)
//
// A dictionary is the encoded details of the first run that had any. Where run after run does not resemble it any more,
// as after a change of the script, the test gets another. Dictionaries stay: some hundred bytes for each test.

#include "canary/core/run_record.hpp"
#include "schema.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace canary::store {

/// The writer's side. Keeps zlib's memory, some 40 KB, from run to run.
class details_packer {
 public:
  details_packer();
  ~details_packer();
  details_packer(const details_packer&) = delete;
  details_packer& operator=(const details_packer&) = delete;

  /// What to store for a run of this test: packed, or `encoded` itself where that is no longer. May make a dictionary.
  /// Throws `lmdb::fault`.
  std::string pack(lmdb::transaction& txn, const tables& in, std::uint32_t test_number, std::string_view encoded);

  /// The transaction came to nothing.
  void forget() { misfits_.clear(); }

 private:
  struct deflater;

  std::unique_ptr<deflater> deflater_;
  std::unordered_map<std::uint32_t, unsigned> misfits_;  ///< runs in a row that did not resemble their dictionary
};

/// The details of a run of this test, from what is stored. Empty where that is damaged. Throws `lmdb::fault`.
std::optional<run_details> unpack_details(const lmdb::transaction& txn, const tables& in, std::uint32_t test_number,
                                          std::string_view stored);

}  // namespace canary::store
