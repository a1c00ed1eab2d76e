#pragma once
// Names and values as they stand in a URL's query and in a form.

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace canary::net {

/// In order; a name may repeat.
using form_fields = std::vector<std::pair<std::string, std::string>>;

/// 'a=1&b=two%20words': UTF-8, with all that RFC 3986 does not call unreserved percent-encoded.
std::string encode_query(const form_fields& fields);

/// 'a=1&b=two+words': application/x-www-form-urlencoded.
/// `pause`, where given, is called after each piece of some 64 KiB.
std::string encode_form(const form_fields& fields, const std::function<void()>& pause = {});

/// `url` with `query`, which is encoded, after what it has of a query already, and before its fragment.
std::string with_query(std::string_view url, std::string_view query);

}  // namespace canary::net
