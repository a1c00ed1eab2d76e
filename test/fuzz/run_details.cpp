// Logs, requests and handshakes of a run in a damaged file, and the JSON that the API makes of them.

#include "store/details_codec.hpp"

#include "canary/api/rest_json.hpp"
#include "canary/core/json_text.hpp"
#include "canary/core/utf8.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace store = canary::store;
  const canary::fuzz::exact bytes({reinterpret_cast<const char*>(data), size});
  const auto read = store::decode_details(bytes.text());
  if (!read) return 0;
  static_cast<void>(store::is_empty(*read));
  const std::string written = store::encode_details(*read);
  const auto again = store::decode_details(written);
  MUST_HOLD(again && again->logs.size() == read->logs.size() && again->requests.size() == read->requests.size());
  MUST_HOLD(store::encode_details(*again) == written);
  for (const auto& entry : read->logs) {
    MUST_HOLD(canary::valid_utf8(canary::json_text(canary::api::log_entry_json(entry))));
  }
  for (const auto& exchange : read->requests) {
    MUST_HOLD(canary::valid_utf8(canary::json_text(canary::api::http_exchange_json(exchange))));
  }
  for (const auto& step : read->steps) {
    MUST_HOLD(canary::valid_utf8(canary::json_text(canary::api::run_step_json(step))));
    MUST_HOLD(!step.parent || *step.parent < read->steps.size());
  }
  for (const auto& check : read->checks) {
    MUST_HOLD(canary::valid_utf8(canary::json_text(canary::api::run_check_json(check))));
    MUST_HOLD(!check.step || *check.step < read->steps.size());
  }
  if (read->error) MUST_HOLD(canary::valid_utf8(canary::json_text(canary::api::script_error_json(*read->error))));
  return 0;
}
