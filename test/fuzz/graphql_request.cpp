// The envelope of a GraphQL request: a body, or parameters, and what the client accepts.

#include "canary/api/graphql_request.hpp"

#include "canary/api/query_parameters.hpp"
#include "fuzz/fuzz.hpp"

#include <boost/json/parse.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace api = canary::api;
  canary::fuzz::input in(data, size);
  static_cast<void>(api::choose_graphql_media(in.line()));
  const auto text = in.rest();
  boost::system::error_code failed;
  const auto body = boost::json::parse(text, failed);
  if (!failed) {
    const auto read = api::read_graphql_body(body);
    if (!read) MUST_HOLD(read.error().status == 400 && !read.error().detail.empty());
  }
  if (const auto parameters = api::query_parameters::parse(text)) {
    const auto read = api::read_graphql_parameters(*parameters);
    if (!read) MUST_HOLD(read.error().status == 400 && !read.error().detail.empty());
  }
  return 0;
}
