// Labels of metrics: a test may have any name, and Prometheus reads the same one.

#include "canary/metrics/text_format.hpp"

#include "fuzz/fuzz.hpp"

#include <bit>
#include <cmath>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace metrics = canary::metrics;
  canary::fuzz::input in(data, size);
  const auto value = std::bit_cast<double>(in.number());
  std::string number;
  metrics::append_number(number, value);
  const double read = std::strtod(number.c_str(), nullptr);
  MUST_HOLD(read == value || (std::isnan(read) && std::isnan(value)));

  const canary::fuzz::exact text(in.rest());
  const std::string escaped = metrics::escape_label(text.text());
  MUST_HOLD(escaped.find('\n') == std::string::npos);
  std::string back;
  for (std::size_t i = 0; i < escaped.size(); ++i) {
    MUST_HOLD(escaped[i] != '"');
    if (escaped[i] != '\\') {
      back += escaped[i];
    } else {
      MUST_HOLD(++i < escaped.size());
      back += escaped[i] == 'n' ? '\n' : escaped[i];
    }
  }
  MUST_HOLD(back == text.text());
  return 0;
}
