#pragma once
// One recorded request as the call of a canary that makes it again.

#include "command/import/js_value.hpp"
#include "command/import/lift.hpp"
#include "command/import/recording.hpp"

#include <string>

namespace canary::command {

/// What a request is written within.
struct request_setting {
  const known_values& known;
  std::string origin;         ///< that `site` has in the canary; '' where there is no such variable
  std::string caller;         ///< 'http', or the session's variable
  net::form_fields defaults;  ///< headers that the session sends anyway
  bool keeps_redirects;       ///< the session follows none anyway
};

/// "browser.post(site + '/login', null, { form: … })", to stand behind `column` characters of a line in a step.
std::string call_code(const recorded_request& request, std::size_t number, const request_setting& in,
                      std::size_t column);

/// The scheme, host and port: 'https://shop.example'.
std::string origin_of(const recorded_request& request);

/// 'POST /login', with the host where it is not the canary's own; of a name of a check or a step.
std::string short_text(const recorded_request& request, const request_setting& in);

/// The code of a URL's text: "site + '/orders/' + id".
std::string url_code(std::string_view url, std::size_t number, const request_setting& in);

}  // namespace canary::command
