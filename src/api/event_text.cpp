#include "canary/api/event_text.hpp"

#include "canary/api/rest_json.hpp"
#include "canary/core/json_text.hpp"

namespace canary::api {
namespace {

namespace json = boost::json;

struct named {
  std::string_view name;
  json::object data;
};

struct describe {
  wall_time at;

  named operator()(const events::run_started& e) const { return {"run_started", run_summary_json(e.run)}; }
  named operator()(const events::run_finished& e) const { return {"run_finished", run_summary_json(e.run)}; }
  named operator()(const events::state_changed& e) const {
    return {"test_state",
            {{"test", e.test}, {"from", to_string(e.from)}, {"to", to_string(e.to)}, {"at", format_rfc3339(at)}}};
  }
  named operator()(const events::config_reloaded& e) const {
    return {"config_reloaded",
            {{"successful", e.successful},
             {"error", e.successful ? json::value() : json::value(e.error)},
             {"tests", e.tests},
             {"at", format_rfc3339(at)}}};
  }
};

std::string text_of(std::string_view id, std::string_view name, const json::object& data) {
  std::string out = "id: ";
  out.append(id).append("\nevent: ").append(name).append("\ndata: ");
  append_json(out, data);  // JSON has no line ends
  return out += "\n\n";
}

}  // namespace

std::string event_text(const events::happening& what, std::string_view id) {
  const auto described = std::visit(describe{what.at}, what.what);
  return text_of(id, described.name, described.data);
}

std::string missed_text(std::string_view here, bool too_old) {
  return text_of(here, "missed",
                 {{"reason", too_old ? "what came after the last event that was read is not kept any more"
                                     : "the last event that was read is not of this process"}});
}

}  // namespace canary::api
