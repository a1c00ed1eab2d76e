#include "run/host.hpp"

namespace canary::run {

host::host(const engine& with, const http_settings& settings, const run_record& record, std::string deadline,
           script::supervisor& watch, const execution_observer& observer)
    : with_(with),
      settings_(settings),
      record_(record),
      deadline_(std::move(deadline)),
      watch_(watch),
      observer_(observer) {}

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
  if (const failure refused = kept_.may_request(settings_.max_requests); refused.kind != failure_class::none) {
    watch_.stop().stop(refused);  // whatever the script catches
    return refused;
  }
  if (!session_) {
    const auto reuse = settings_.shared_connections ? net::connection_reuse::client : net::connection_reuse::session;
    const auto names = settings_.dns_cache ? net::name_cache::used : net::name_cache::unused;
    session_ = net::open_http_session(with_.http, {reuse, {settings_.max_body, settings_.max_headers}, names});
  }
  net::http_result result = watch_.suspended(
      [&](boost::asio::yield_context yield) { return session_->perform(request, watch_.stop(), yield); });
  kept_.add(std::move(result.exchanges));
  if (!result.response && result.response.error().kind == failure_class::limit) passed_limit_ = result.response.error();
  if (watch_.check_deadline()) return watch_.stop().reason();
  return std::move(result.response);
}

failure host::network(const std::function<void(const script::network_access&)>& work) {
  if (watch_.check_deadline()) return watch_.stop().reason();
  watch_.suspended([&](boost::asio::yield_context yield) {
    work({*with_.http, watch_.stop(), yield, held_, [this](const tls_facts& facts) { kept_.met(facts); }});
    return true;
  });
  return watch_.check_deadline() ? watch_.stop().reason() : failure{};
}

failure host::sleep(nanoseconds how_long) { return watch_.sleep(how_long); }

std::string host::environment(std::string_view name) { return with_.environment ? with_.environment(name) : ""; }

wall_time host::now() { return with_.time.wall(); }

script::run_facts host::facts() {
  return {record_.test, record_.id.text(), record_.attempt, std::string(to_string(record_.trigger)), deadline_};
}

}  // namespace canary::run
