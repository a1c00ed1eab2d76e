#include "run/host.hpp"

namespace canary::run {

host::host(const engine& with, const run_record& record, std::string deadline, script::supervisor& watch,
           const execution_observer& observer)
    : with_(with), record_(record), deadline_(std::move(deadline)), watch_(watch), observer_(observer) {}

failure host::log(log_level level, std::string message, boost::json::object fields) {
  const failure refused = kept_.add({with_.time.wall(), level, std::move(message), std::move(fields)});
  if (refused.kind != failure_class::none) {
    watch_.stop().stop(refused);  // whatever the script catches
    return refused;
  }
  if (observer_.logged) observer_.logged(record_, kept_.latest());
  return {};
}

outcome<net::http_response> host::http(const net::http_request& request) {
  if (watch_.check_deadline()) return watch_.stop().reason();
  if (const failure refused = kept_.may_request(); refused.kind != failure_class::none) return refused;
  if (!session_) session_ = net::open_http_session(with_.http);
  net::http_result result = watch_.suspended(
      [&](boost::asio::yield_context yield) { return session_->perform(request, watch_.stop(), yield); });
  kept_.add(std::move(result.exchanges));
  if (watch_.check_deadline()) return watch_.stop().reason();
  return std::move(result.response);
}

failure host::sleep(nanoseconds how_long) { return watch_.sleep(how_long); }

std::string host::environment(std::string_view name) { return with_.environment ? with_.environment(name) : ""; }

wall_time host::now() { return with_.time.wall(); }

script::run_facts host::facts() {
  return {record_.test, record_.id.text(), record_.attempt, std::string(to_string(record_.trigger)), deadline_};
}

}  // namespace canary::run
