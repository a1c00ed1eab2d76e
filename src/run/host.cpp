#include "run/host.hpp"

#include "canary/net/batch.hpp"
#include "run/mask_run.hpp"
#include "run/upload.hpp"

namespace canary::run {

host::host(const engine& with, const test& what, const run_record& record, std::string deadline,
           script::supervisor& watch, const execution_observer& observer)
    : with_(with),
      settings_(what.http),
      memory_limit_(what.memory_limit),
      labels_(what.labels),
      record_(record),
      deadline_(std::move(deadline)),
      watch_(watch),
      observer_(observer) {}

failure host::log(log_level level, std::string message, boost::json::object fields) {
  if (watch_.stop().stopped()) return watch_.stop().reason();
  if (!masking_.empty()) {
    masking_.mask(message);
    mask_fields(fields, masking_);
  }
  const failure refused = kept_.add({with_.time.wall(), level, std::move(message), std::move(fields)});
  if (refused.kind != failure_class::none) {
    passed_limit_ = refused;
    watch_.stop().stop(refused);  // whatever the script catches
    return refused;
  }
  if (observer_.logged) observer_.logged(record_, kept_.latest());
  return {};
}

void host::begin_cleanup() {
  kept_.begin_cleanup();
  passed_limit_.reset();
}

void host::tell(log_level level, std::string message) {
  masking_.mask(message);
  const failure refused = kept_.add({with_.time.wall(), level, std::move(message), {}});
  if (refused.kind == failure_class::none && observer_.logged) observer_.logged(record_, kept_.latest());
}

failure host::skip(std::string reason) {
  if (watch_.check_deadline()) return watch_.stop().reason();
  watch_.stop().stop({failure_class::interrupted, "the run was skipped: " + reason});  // whatever the script catches
  skip_reason_ = std::move(reason);
  return {};
}

std::optional<std::uint32_t> host::begin_step(std::string name, bool cleanup) {
  return steps_.begin(std::move(name), cleanup, with_.time.wall(), with_.time.mono());
}

void host::end_step(std::uint32_t step, step_status status, std::string error) {
  steps_.end(step, status, std::move(error), with_.time.mono());
}

void host::keep_check(std::string name, bool held, bool soft) {
  steps_.check(std::move(name), held, soft, with_.time.wall());
}

std::vector<outcome<net::http_response>> host::http(std::span<const net::http_request> requests) {
  const auto refuse = [&](const failure& why) {
    return std::vector<outcome<net::http_response>>(requests.size(), why);
  };
  if (watch_.check_deadline()) return refuse(watch_.stop().reason());
  if (const failure refused = kept_.may_request(requests.size(), settings_.max_requests);
      refused.kind != failure_class::none) {
    passed_limit_ = refused;
    watch_.stop().stop(refused);  // whatever the script catches
    return refuse(refused);
  }
  if (!session_) {
    const auto reuse = settings_.shared_connections ? net::connection_reuse::client : net::connection_reuse::session;
    const auto names = settings_.dns_cache ? net::name_cache::used : net::name_cache::unused;
    session_ = net::open_http_session(with_.http, {reuse, {settings_.max_body, settings_.max_headers}, names});
  }
  auto results = watch_.suspended([&](boost::asio::yield_context yield) {
    std::vector<net::http_result> all;
    if (requests.size() == 1) {
      all.push_back(session_->perform(requests[0], watch_.stop(), yield));
    } else {
      all = net::perform_all(*session_, requests, {.max_bodies = memory_limit_}, watch_.stop(), yield);
    }
    return all;
  });
  std::vector<outcome<net::http_response>> answers;
  answers.reserve(results.size());
  for (auto& result : results) {
    kept_.add(std::move(result.exchanges));
    const bool limited = !result.response && result.response.error().kind == failure_class::limit;
    if (limited) passed_limit_ = result.response.error();
    answers.push_back(std::move(result.response));
  }
  if (watch_.check_deadline()) return refuse(watch_.stop().reason());
  return answers;
}

// Version, trace, parent, flags (W3C Trace Context). The run is the trace, and each request a span of it: its number
// added to the id's random half, so that no two are alike.
std::string host::traceparent() {
  std::string text = "00-";
  for (const char c : record_.id.text()) {
    if (c != '-') text += c;
  }
  std::uint64_t span = 0;
  for (std::size_t i = 8; i < 16; ++i) span = span << 8 | record_.id.bytes[i];
  span += ++traced_;
  if (span == 0) span = ++traced_;
  constexpr char digits[] = "0123456789abcdef";
  text += '-';
  for (int shift = 60; shift >= 0; shift -= 4) text += digits[span >> shift & 15];
  return text + "-01";
}

failure host::append_file(const std::string& path, std::string& to) {
  const auto pause = [this] { return watch_.should_end() ? watch_.stop().reason() : failure{}; };
  failure refused = append_upload(with_.work_dir, path, to, pause);
  if (refused.kind == failure_class::limit) passed_limit_ = refused;
  return refused;
}

failure host::network(const std::function<void(const script::network_access&)>& work) {
  if (watch_.check_deadline()) return watch_.stop().reason();
  watch_.suspended([&](boost::asio::yield_context yield) {
    work({*with_.http, watch_.stop(), yield, held_, [this](const tls_facts& facts) { kept_.met(facts); }});
    return true;
  });
  return watch_.check_deadline() ? watch_.stop().reason() : failure{};
}

template <class Run>
outcome<process::program_end> host::with_programs(const std::string& call, Run&& run) {
  if (watch_.check_deadline()) return watch_.stop().reason();
  if (!with_.programs) {
    return failure{failure_class::exec,
                   call + " is off: scripts may run programs where canaryd, or canaryctl run, has --allow.exec"};
  }
  auto end = watch_.suspended([&](boost::asio::yield_context yield) { return run(*with_.programs, yield); });
  if (!end && end.error().kind == failure_class::limit) passed_limit_ = end.error();
  if (watch_.check_deadline()) return watch_.stop().reason();
  return end;
}

outcome<process::program_end> host::run_program(const process::program_order& order) {
  return with_programs("exec.run", [&](process::runner& by, boost::asio::yield_context yield) {
    return by.run(order, watch_.stop(), yield);
  });
}

outcome<process::program_end> host::run_ssh(const process::ssh_order& order) {
  return with_programs("ssh.run", [&](process::runner& by, boost::asio::yield_context yield) {
    return process::run_ssh(by, order, watch_.stop(), yield);
  });
}

failure host::sleep(nanoseconds how_long) { return watch_.sleep(how_long); }

std::string host::environment(std::string_view name) { return with_.environment ? with_.environment(name) : ""; }

wall_time host::now() { return with_.time.wall(); }

outcome<std::string> host::secret(std::string_view name) {
  const auto secrets = with_.secrets;
  const auto found = secrets ? secrets->find(name) : secret_map::const_iterator();
  if (!secrets || found == secrets->end()) {
    return failure{
        failure_class::script,
        "there is no secret '" + std::string(name) + "'" +
            (secrets && !secrets->empty() ? "" : ": none has been given by --secrets.dir or as a credential")};
  }
  masking_.add(found->second);
  return {boost::system::in_place_value, found->second};
}

script::run_facts host::facts() {
  return {record_.test, record_.id.text(), record_.attempt, std::string(to_string(record_.trigger)), deadline_,
          labels_};
}

}  // namespace canary::run
