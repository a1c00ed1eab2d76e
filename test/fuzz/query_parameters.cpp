// The query of a REST request, and the filters and cursors in it.

#include "canary/api/query_parameters.hpp"

#include "canary/api/event_readers.hpp"
#include "canary/core/utf8.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace api = canary::api;
  const canary::fuzz::exact copy({reinterpret_cast<const char*>(data), size});
  static_cast<void>(api::parse_event_id(copy.text()));
  const auto read = api::query_parameters::parse(copy.text());
  if (!read) {
    MUST_HOLD(canary::valid_utf8(read.error().message));
    return 0;
  }
  static_cast<void>(read->check_known({"status", "limit"}));
  const auto limit = api::read_limit(*read);
  MUST_HOLD(!limit || (*limit >= 1 && *limit <= api::most_limit));
  const auto query = api::read_run_query(*read);
  if (query) MUST_HOLD(query->limit >= 1 && query->limit <= api::most_limit);
  if (!query) MUST_HOLD(canary::valid_utf8(query.error().message));
  const auto cursor = api::read_test_cursor(*read);
  if (cursor && *cursor) {
    const auto again = api::query_parameters::parse("cursor=" + [&] {
      std::string encoded;
      for (const unsigned char c : api::to_string(**cursor)) {
        encoded += {'%', "0123456789ABCDEF"[c >> 4], "0123456789ABCDEF"[c & 15]};
      }
      return encoded;
    }());
    const auto same = api::read_test_cursor(again.value()).value();
    MUST_HOLD(same && same->index == (*cursor)->index && same->name == (*cursor)->name);
  }
  return 0;
}
