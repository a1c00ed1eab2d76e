#include "canary/api/graphql/query_error.hpp"

#include "utf8.hpp"

namespace canary::api::graphql {

query_error make_error(std::string message, std::vector<ast::position> locations, boost::json::array path) {
  if (message.size() > max_message_bytes) message = std::string(utf8::front(message, max_message_bytes)) + "...";
  return {std::move(message), std::move(locations), std::move(path)};
}

boost::json::object to_json(const query_error& e) {
  boost::json::object out;
  out["message"] = e.message;
  if (!e.locations.empty()) {
    auto& locations = out["locations"].emplace_array();
    for (const ast::position& at : e.locations)
      locations.push_back(boost::json::object{{"line", at.line}, {"column", at.column}});
  }
  if (!e.path.empty()) out["path"] = e.path;
  return out;
}

}  // namespace canary::api::graphql
