#include "canary/api/router.hpp"

#include <algorithm>
#include <optional>

namespace canary::api {
namespace {

using parameters = std::map<std::string, std::string, std::less<>>;

// What stands for the parts in braces; empty where `path` is not of this pattern.
std::optional<parameters> match(std::string_view pattern, const std::vector<std::string>& path) {
  parameters found;
  std::size_t index = 0;
  while (pattern.size() > 1) {
    pattern.remove_prefix(1);
    const auto end = std::min(pattern.find('/'), pattern.size());
    const auto part = pattern.substr(0, end);
    pattern.remove_prefix(end);
    if (index == path.size()) return std::nullopt;
    const std::string& text = path[index++];
    if (part.starts_with('{')) {
      const auto close = part.find('}');
      const auto ending = part.substr(close + 1);
      if (text.size() <= ending.size() || !text.ends_with(ending)) return std::nullopt;
      found.emplace(part.substr(1, close - 1), text.substr(0, text.size() - ending.size()));
    } else if (text != part) {
      return std::nullopt;
    }
  }
  if (index != path.size()) return std::nullopt;
  return found;
}

void allow(std::string& list, std::string_view method) {
  if (!list.empty()) list += ", ";
  list += method;
}

}  // namespace

route_match find_route(std::span<const route> table, boost::beast::http::verb method,
                       const std::vector<std::string>& path) {
  using boost::beast::http::verb;
  const verb wanted = method == verb::head ? verb::get : method;
  route_match out;
  for (const route& r : table) {
    auto found = match(r.pattern, path);
    if (!found) continue;
    out.pattern = r.pattern;
    allow(out.allow, boost::beast::http::to_string(r.method));
    if (r.method == verb::get) allow(out.allow, "HEAD");
    if (r.method == wanted) {
      out.found = &r;
      out.parameters = std::move(*found);
    }
  }
  if (!out.pattern.empty()) allow(out.allow, "OPTIONS");
  return out;
}

}  // namespace canary::api
