// Targets of requests to the API, and what is percent-encoded in them.

#include "canary/api/request_target.hpp"

#include "canary/api/percent.hpp"
#include "canary/api/static_files.hpp"
#include "canary/core/utf8.hpp"
#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace api = canary::api;
  const canary::fuzz::exact copy({reinterpret_cast<const char*>(data), size});
  for (const auto meaning : {api::plus::itself, api::plus::space}) {
    const auto decoded = api::percent_decode(copy.text(), meaning);
    MUST_HOLD(!decoded ||
              (canary::valid_utf8(*decoded) && decoded->size() <= size && decoded->find('\0') == std::string::npos));
  }
  static_cast<void>(api::has_hash(copy.text()));

  const auto target = api::parse_request_target(copy.text());
  if (!target) return 0;
  MUST_HOLD(target->path == "*" || target->path.starts_with('/'));
  MUST_HOLD(target->path.find_first_of("?#") == std::string::npos && target->query.find('#') == std::string::npos);
  const auto again = api::parse_request_target(target->path + "?" + target->query);
  if (target->path != "*") MUST_HOLD(again && again->path == target->path && again->query == target->query);
  if (target->path == "*") return 0;
  if (const auto segments = api::path_segments(target->path)) {
    const auto slashes = static_cast<std::size_t>(std::count(target->path.begin(), target->path.end(), '/'));
    MUST_HOLD(segments->size() == (target->path == "/" ? 0 : slashes));
    for (const auto& segment : *segments) MUST_HOLD(canary::valid_utf8(segment));
  }
  return 0;
}
