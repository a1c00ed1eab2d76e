#include "canary/api/handlers.hpp"
#include "canary/api/static_files.hpp"

namespace canary::embedded {
std::span<const file> api_documents();
}

namespace canary::api {

response get_openapi(exchange& x) {
  if (const auto known = x.query.check_known({}); !known) return problem_response({400, known.error().message, {}});
  static const static_files documents(embedded::api_documents());
  return serve(*documents.find("openapi.json"), x);
}

}  // namespace canary::api
