// Records of runs in a damaged file.

#include "store/record_codec.hpp"

#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace store = canary::store;
  canary::fuzz::input in(data, size);
  canary::run_id id;
  for (auto& byte : id.bytes) byte = in.byte();
  const canary::fuzz::exact bytes(in.rest());
  const auto read = store::decode_record(id, bytes.text());
  if (!read) return 0;
  MUST_HOLD(read->record.id == id);
  const std::string written = store::encode_record(read->record, read->test_number);
  const auto again = store::decode_record(id, written);
  MUST_HOLD(again && again->test_number == read->test_number);
  MUST_HOLD(again->record.status == read->record.status && again->record.start_at == read->record.start_at &&
            again->record.end_at == read->record.end_at && again->record.duration == read->record.duration &&
            again->record.cause == read->record.cause && again->record.usage == read->record.usage);
  MUST_HOLD(store::encode_record(again->record, again->test_number) == written);
  return 0;
}
