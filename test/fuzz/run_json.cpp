// Runs as lines of JSON: lines that nobody has written, and all that a damaged file can hold.

#include "store/run_json.hpp"

#include "canary/core/utf8.hpp"
#include "fuzz/fuzz.hpp"
#include "store/details_codec.hpp"
#include "store/record_codec.hpp"

namespace {

namespace store = canary::store;

void check(const canary::run_record& record, const canary::run_details& details) {
  std::string line;
  store::append_run_line(line, record, details);
  MUST_HOLD(line.ends_with('\n') && line.find('\n') == line.size() - 1 && canary::valid_utf8(line));
  line.pop_back();
  const auto again = store::parse_run_line(line);
  MUST_HOLD(again.has_value());
  MUST_HOLD(store::encode_record(again->record, 1) == store::encode_record(record, 1));
  MUST_HOLD(store::encode_details(again->details) == store::encode_details(details));
  MUST_HOLD(again->record.test == record.test);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  canary::fuzz::input in(data, size);
  if (in.flag()) {
    const canary::fuzz::exact line(in.rest());
    const auto read = store::parse_run_line(line.text());
    if (!read) {
      MUST_HOLD(!read.error().message.empty());
    } else {
      check(read->record, read->details);
    }
    return 0;
  }
  const canary::run_id id = canary::run_id::floor(canary::wall_time{canary::nanoseconds{1'795'000'000'000'000'000}});
  auto record = store::decode_record(id, in.bytes(in.number(2)));
  const auto details = store::decode_details(in.rest());
  if (!record) return 0;
  record->record.test = "a";
  check(record->record,
        details && record->record.status != canary::run_status::running ? *details : canary::run_details{});
  return 0;
}
