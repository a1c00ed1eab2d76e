#include "canary/net/form.hpp"

#include <boost/url/encode.hpp>
#include <boost/url/rfc/unreserved_chars.hpp>

namespace canary::net {
namespace {

void append(std::string& encoded, std::string_view text, boost::urls::encoding_opts options,
            const std::function<void()>& pause) {
  constexpr std::size_t piece = 64u << 10;
  for (; text.size() > piece; text.remove_prefix(piece)) {
    encoded += boost::urls::encode(text.substr(0, piece), boost::urls::unreserved_chars, options);
    if (pause) pause();
  }
  encoded += boost::urls::encode(text, boost::urls::unreserved_chars, options);
}

std::string encode(const form_fields& fields, bool space_as_plus, const std::function<void()>& pause = {}) {
  boost::urls::encoding_opts options;
  options.space_as_plus = space_as_plus;
  std::string encoded;
  for (const auto& [name, value] : fields) {
    if (!encoded.empty()) encoded += '&';
    append(encoded, name, options, pause);
    encoded += '=';
    append(encoded, value, options, pause);
  }
  return encoded;
}

}  // namespace

std::string encode_query(const form_fields& fields) { return encode(fields, false); }

std::string encode_form(const form_fields& fields, const std::function<void()>& pause) {
  return encode(fields, true, pause);
}

std::string with_query(std::string_view url, std::string_view query) {
  if (query.empty()) return std::string(url);
  const std::string_view before = url.substr(0, url.find('#'));
  const std::string_view fragment = url.substr(before.size());
  const auto mark = before.find('?');
  const bool joins = mark != before.npos && mark + 1 < before.size() && before.back() != '&';
  std::string whole(before);
  if (mark == before.npos) whole += '?';
  if (joins) whole += '&';
  return whole.append(query).append(fragment);
}

}  // namespace canary::net
