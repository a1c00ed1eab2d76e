#pragma once
// Content negotiation (RFC 9110, 12): what a client says that it can read.

#include <string_view>

namespace canary::api {

/// Whether an Accept-Encoding header allows gzip: named, or covered by '*', and not with q=0.
bool accepts_gzip(std::string_view accept_encoding);

/// The weight, 0 to 1, that an Accept header gives to `type` ('application/json'): of the most specific range that
/// covers it. 1 where the header is empty.
double accept_weight(std::string_view accept, std::string_view type);

/// The media type without its parameters, as sent: 'application/json' of 'application/json; charset=utf-8'.
std::string_view media_type(std::string_view content_type);

}  // namespace canary::api
