// Forms and queries that we write: the API's own reader has to get the same out of them.

#include "canary/net/form.hpp"

#include "canary/api/percent.hpp"
#include "canary/core/utf8.hpp"
#include "fuzz/fuzz.hpp"

namespace {

using canary::api::plus;

canary::net::form_fields decode(std::string_view text, plus meaning) {
  canary::net::form_fields fields;
  while (!text.empty()) {
    const auto pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(pair.size() + 1, text.size()));
    const auto equals = pair.find('=');
    MUST_HOLD(equals != pair.npos);
    const auto name = canary::api::percent_decode(pair.substr(0, equals), meaning);
    const auto value = canary::api::percent_decode(pair.substr(equals + 1), meaning);
    MUST_HOLD(name && value);
    fields.emplace_back(*name, *value);
  }
  return fields;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace net = canary::net;
  canary::fuzz::input in(data, size);
  const auto url = in.line();
  net::form_fields fields;
  bool text = true;
  while (!in.empty()) {
    std::string name(in.line()), value(in.line());
    // What is no text, or holds a NUL, is encoded too; the API's reader refuses it.
    text =
        text && canary::valid_utf8(name) && canary::valid_utf8(value) && (name + value).find('\0') == std::string::npos;
    fields.emplace_back(std::move(name), std::move(value));
  }
  const std::string query = net::encode_query(fields), form = net::encode_form(fields);
  for (const char c : query + form) MUST_HOLD(static_cast<unsigned char>(c) > 0x20 && (c & 0x80) == 0 && c != '#');
  if (text) {
    MUST_HOLD(decode(query, plus::itself) == fields);
    MUST_HOLD(decode(form, plus::space) == fields);
  }
  const std::string whole = net::with_query(url, query);
  MUST_HOLD(whole.find(query) != std::string::npos && whole.size() <= url.size() + query.size() + 1);
  return 0;
}
