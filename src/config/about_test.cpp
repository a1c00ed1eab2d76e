#include "config/about_test.hpp"

#include "canary/core/utf8.hpp"

#include <algorithm>
#include <optional>

namespace canary::config {
namespace {

using boost::json::kind;
using problem = definition_problem;

constexpr std::size_t most_labels = 20, longest_label_name = 64, longest_label_value = 200;
constexpr std::size_t longest_owner = 200, longest_description = 2000, longest_runbook = 500;

std::optional<std::string> fault_of(std::string_view text, std::size_t longest) {
  if (text.size() > longest) return "must be at most " + std::to_string(longest) + " bytes long";
  for (; !text.empty(); text.remove_prefix(1)) {
    if (control_length(text) > 0) return "must have no control characters";
  }
  return std::nullopt;
}

// Enough of a look for a link: a scheme that does no harm when clicked, and a host.
bool is_web_address(std::string_view url) {
  const auto scheme = url.starts_with("https://") ? 8 : url.starts_with("http://") ? 7 : 0;
  if (scheme == 0) return false;
  const auto host = url.substr(static_cast<std::size_t>(scheme));
  return !host.empty() && std::string_view("/?#:").find(host.front()) == std::string_view::npos &&
         url.find_first_of(" \"<>\\^`{|}") == std::string_view::npos;
}

}  // namespace

std::string kind_name(const boost::json::value& v) {
  switch (v.kind()) {
    case kind::null:
      return "nothing";
    case kind::bool_:
      return v.get_bool() ? "true" : "false";
    case kind::string:
      return "'" + std::string(v.get_string()) + "'";
    case kind::array:
      return "an array";
    case kind::object:
      return "an object";
    default:
      return "a number";
  }
}

boost::system::result<void, definition_problem> read_labels(label_map& into, const boost::json::value& v) {
  if (!v.is_object()) return problem{"labels must be an object such as { tier: '1' }, not " + kind_name(v), "labels"};
  for (const auto& label : v.get_object()) {
    const std::string name(label.key());
    if (label.value().is_null()) continue;
    if (!valid_label_name(name)) {
      return problem{
          "labels: '" + name +
              "' cannot be a label's name: write letters, digits and _, beginning with no digit and not with __",
          name};
    }
    if (name.size() > longest_label_name)
      return problem{"labels: the name '" + name + "' is longer than 64 bytes", name};
    if (!label.value().is_string()) {
      return problem{"labels: " + name + " must be a text, not " + kind_name(label.value()), name};
    }
    const std::string_view value(label.value().get_string());
    if (const auto fault = fault_of(value, longest_label_value)) return problem{"labels: " + name + " " + *fault, name};
    into.erase(name);
    if (!value.empty()) into.emplace(name, value);
  }
  if (into.size() > most_labels)
    return problem{"labels: a test has at most 20, those of the defaults among them", "labels"};
  return {};
}

boost::system::result<std::string, definition_problem> read_about(std::string_view key, const boost::json::value& v) {
  if (!v.is_string()) return problem{std::string(key) + " must be a text, not " + kind_name(v), std::string(key)};
  std::string text(v.get_string());
  const auto longest = key == "owner" ? longest_owner : key == "runbook" ? longest_runbook : longest_description;
  if (const auto fault = fault_of(text, longest)) return problem{std::string(key) + " " + *fault, std::string(key)};
  if (key == "runbook" && !text.empty() && !is_web_address(text)) {
    return problem{"runbook must be an address such as 'https://wiki.example/login', not '" + text + "'", text};
  }
  return {boost::system::in_place_value, std::move(text)};  // a problem could be made of a text, too
}

}  // namespace canary::config
