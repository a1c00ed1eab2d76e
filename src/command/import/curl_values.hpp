#pragma once
// Values of curl's options, as its manual has them. Each error begins with the option, and says what would be right.

#include "canary/core/result.hpp"
#include "command/import/recording.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace canary::command {

/// Of -H: 'Name: value', or 'Name;' for one that is empty. The name is '' where it only takes a header away ('Name:').
result<std::pair<std::string, std::string>> read_curl_header(std::string_view value);

/// Of -d ('d'), --data-raw ('r'), --data-binary ('b') and --data-urlencode ('u'): what goes into the body. Files are
/// not read.
result<std::string> read_curl_data(std::string_view value, char mode);

/// Of -F, or where `plain` of --form-string, in which '@', '<' and ';' mean nothing.
result<recorded_part> read_curl_part(std::string_view value, bool plain);

/// Of --resolve: 'host:port:address' as host and address.
result<std::pair<std::string, std::string>> read_curl_resolve(std::string_view value);

/// Seconds, with fractions, as a duration of Go's: '2.5s'.
result<std::string> read_curl_seconds(std::string_view value);

}  // namespace canary::command
