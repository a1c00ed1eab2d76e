#pragma once
// TLS handshakes within a run's details: each is written once, however many exchanges it served (details_codec.hpp has
// the layout).

#include "bytes.hpp"
#include "canary/core/tls_facts.hpp"

#include <map>
#include <memory>
#include <vector>

namespace canary::store {

/// Numbers the handshakes of one record, while it is written or while it is read.
class handshake_table {
 public:
  void put(byte_writer& out, const std::shared_ptr<const tls_facts>& facts);

  /// Null for none. Fails the reader where the bytes are none of a handshake's.
  std::shared_ptr<const tls_facts> get(byte_reader& in);

 private:
  std::map<const tls_facts*, std::uint64_t> numbers_;
  std::vector<std::shared_ptr<const tls_facts>> read_;
};

}  // namespace canary::store
