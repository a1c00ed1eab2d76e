#include "canary/api/request_target.hpp"

#include "canary/api/percent.hpp"

#include <boost/algorithm/string/predicate.hpp>

namespace canary::api {

std::optional<request_target> parse_request_target(std::string_view target) {
  constexpr std::string_view scheme = "http://";
  request_target out;
  if (target == "*") {
    out.path = "*";
    return out;
  }
  if (target.find('#') != std::string_view::npos) return std::nullopt;
  if (boost::algorithm::istarts_with(target, scheme)) {
    target.remove_prefix(scheme.size());
    const auto end = std::min(target.find_first_of("/?"), target.size());
    out.authority = target.substr(0, end);
    target.remove_prefix(end);
    if (out.authority.empty()) return std::nullopt;
    if (target.empty() || target.front() == '?') out.path = "/";
  }
  if (out.path.empty() && !target.starts_with('/')) return std::nullopt;
  const auto mark = target.find('?');
  if (out.path.empty()) out.path = target.substr(0, mark);
  if (mark != std::string_view::npos) out.query = target.substr(mark + 1);
  return out;
}

std::optional<std::vector<std::string>> path_segments(std::string_view path) {
  std::vector<std::string> out;
  if (path == "/") return out;
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const auto end = std::min(path.find('/'), path.size());
    auto part = percent_decode(path.substr(0, end));
    if (!part) return std::nullopt;
    out.push_back(std::move(*part));
    path.remove_prefix(end);
  }
  return out;
}

}  // namespace canary::api
