// What register_test and settings of config.js are given, as JSON.

#include "canary/config/test_definition.hpp"

#include "canary/config/read_http_settings.hpp"
#include "fuzz/fuzz.hpp"

#include <boost/json/parse.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace config = canary::config;
  namespace json = boost::json;
  canary::fuzz::input in(data, size);
  boost::system::error_code failed, failed_too;
  const auto defaults = json::parse(in.line(), failed);
  const auto options = json::parse(in.rest(), failed_too);
  if (failed || failed_too) return 0;
  const auto http = config::read_http_settings(options);
  if (!http) MUST_HOLD(!http.error().message.empty());
  if (!defaults.is_object() || !options.is_object()) return 0;
  const auto checked = config::check_defaults(defaults.get_object());
  for (const auto& wrong : checked) MUST_HOLD(!wrong.message.empty());
  if (!checked.empty()) return 0;
  const auto test = config::define_test(options.get_object(), defaults.get_object(), 64u << 20);
  if (!test) {
    MUST_HOLD(!test.error().message.empty());
    return 0;
  }
  MUST_HOLD(!test->name.empty() && test->frequency.count() > 0 && test->timeout.count() > 0 && test->memory_limit > 0);
  return 0;
}
