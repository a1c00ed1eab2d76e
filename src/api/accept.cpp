#include "canary/api/accept.hpp"

#include "canary/core/ascii.hpp"
#include "parse_text.hpp"

#include <boost/algorithm/string/predicate.hpp>

#include <algorithm>
#include <charconv>

namespace canary::api {
namespace {

// Takes what stands before the next `separator` off the front, trimmed.
std::string_view take(std::string_view& rest, char separator) {
  const auto end = rest.find(separator);
  const auto part = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  return trim(part);
}

struct weighted {
  std::string_view value;
  double weight;
};

weighted take_weighted(std::string_view& rest) {
  std::string_view item = take(rest, ',');
  weighted out{take(item, ';'), 1};
  while (!item.empty()) {
    const auto parameter = take(item, ';');
    if (!boost::algorithm::istarts_with(parameter, "q=")) continue;
    const auto number = parameter.substr(2);
    // A weight that is no number counts as a refusal.
    if (std::from_chars(number.data(), number.data() + number.size(), out.weight).ec != std::errc()) out.weight = 0;
    out.weight = out.weight > 0 ? std::min(out.weight, 1.0) : 0;
  }
  return out;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  double named = -1, any = 0;
  while (!accept_encoding.empty()) {
    const auto coding = take_weighted(accept_encoding);
    if (iequals(coding.value, "gzip")) named = coding.weight;
    if (coding.value == "*") any = coding.weight;
  }
  return (named >= 0 ? named : any) > 0;
}

double accept_weight(std::string_view accept, std::string_view type) {
  if (trim(accept).empty()) return 1;
  const auto family = std::string(type.substr(0, type.find('/'))) + "/*";
  double weight = 0;
  int precision = 0;
  while (!accept.empty()) {
    const auto range = take_weighted(accept);
    const int covers = iequals(range.value, type) ? 3 : iequals(range.value, family) ? 2 : range.value == "*/*" ? 1 : 0;
    if (covers > precision) {
      precision = covers;
      weight = range.weight;
    }
  }
  return weight;
}

std::string_view media_type(std::string_view content_type) {
  return trim(content_type.substr(0, content_type.find(';')));
}

}  // namespace canary::api
