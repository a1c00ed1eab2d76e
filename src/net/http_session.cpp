#include "canary/net/http_session.hpp"

#include "canary/core/ascii.hpp"
#include "canary/core/duration.hpp"
#include "canary/net/connection_pool.hpp"
#include "canary/net/connector.hpp"
#include "canary/net/cookie_jar.hpp"
#include "canary/net/exchange.hpp"
#include "canary/net/http_client.hpp"
#include "canary/net/redirect.hpp"
#include "canary/net/request_head.hpp"

#include <algorithm>
#include <optional>

namespace canary::net {
namespace {

// One hop, as it stands after the redirects before it.
struct hop {
  std::string method;
  http_url url;
  const std::vector<header>* headers;
  std::string_view body;
  std::shared_ptr<const tls_material> tls;
  std::string referer = {};
};

// A request that may be sent twice without harm when a kept connection turns out to be dead (Go's list).
bool is_repeatable(std::string_view method) {
  return method == "GET" || method == "HEAD" || method == "OPTIONS" || method == "TRACE";
}

std::string pool_key(const http_url& url, const connection_way& way) {
  const auto& via = way.via;
  // Whoever identifies to a proxy in another way goes another way.
  const std::string proxy_place = via ? via->host + ":" + std::to_string(via->port) + " " + via->authorization : "";
  // A proxy that is asked for whole URLs serves every host by one connection.
  std::string key = via && !url.secure ? "proxy " + proxy_place
                                       : (url.secure ? "https " : "http ") + url.host_and_port() + " " + proxy_place;
  if (url.secure) key += " " + way.material->identity;
  if (way.route.family != 0) key += " ip" + std::to_string(way.route.family);
  for (const auto& [host, addresses] : way.route.resolve) {
    if (host != (via ? via->host : url.host)) continue;
    for (const auto& address : addresses) key += " at " + address.to_string();
  }
  return key;
}

bool asks_first(const std::vector<header>& headers) {
  return std::any_of(headers.begin(), headers.end(),
                     [](const header& h) { return iequals(h.name, "Expect") && iequals(h.value, "100-continue"); });
}

void keep_cookies(cookie_jar& jar, const http_url& from, const http_response& response, wall_time now) {
  for (const header& h : response.headers) {
    if (iequals(h.name, "Set-Cookie")) jar.store(from, h.value, now);
  }
}

http_hop hop_of(const http_exchange& record, const http_response& response) {
  http_hop hop{record.method, record.url, record.code, {}, record.remote_ip, record.remote_port, record.timings};
  for (const header& h : response.headers) {
    if (hop.location.empty() && iequals(h.name, "Location")) hop.location = h.value;
  }
  return hop;
}

class pooled_session final : public http_session {
 public:
  pooled_session(std::shared_ptr<http_client> client, const session_options& options)
      : client_(std::move(client)),
        own_(client_->time),
        pool_(options.reuse == connection_reuse::client ? client_->shared : own_),
        limits_(options.limits),
        names_(options.names) {}

  http_result perform(const http_request& request, interrupter& stop, boost::asio::yield_context yield) override;

 private:
  outcome<http_response> perform_hop(const hop& next, const http_request& request, http_exchange& record, call& on,
                                     boost::asio::yield_context yield);
  result<std::optional<proxy>> choose_proxy(const http_url& url, const request_route& route) const;
  outcome<http_response> exchange_whole(const hop& next, const http_request& request, http_exchange& record,
                                        lap_timer& laps, call& on, boost::asio::yield_context yield);

  std::shared_ptr<http_client> client_;
  connection_pool own_;
  connection_pool& pool_;
  response_limits limits_;
  name_cache names_;
};

http_result pooled_session::perform(const http_request& request, interrupter& stop, boost::asio::yield_context yield) {
  if (stop.stopped()) return {stop.reason(), {}};
  if (const auto mistake = check_request(request.method, request.headers)) {
    return {failure{failure_class::script, mistake->message}, {}};
  }
  auto url = parse_http_url(request.url);
  if (!url) return {failure{failure_class::script, url.error().message, failure_code::bad_url}, {}};

  auto tls = client_->tls_materials.load(request.tls);
  if (!tls) return {failure{failure_class::script, tls.error().message}, {}};

  hop next{request.method, std::move(*url), &request.headers, request.body, std::move(*tls)};
  const std::string first_host = next.url.host;
  std::vector<header> headers_after_redirect;
  bool trusted = true;  // with the client's certificate
  std::vector<http_hop> hops;

  call on;
  on.names = names_;
  const interrupter::waiter run_ends(stop, [&] { on.ends.stop(stop.reason()); });
  std::unique_ptr<timer> alarm;
  if (request.timeout) {
    alarm = client_->time.make_timer();
    alarm->start(client_->time.mono() + *request.timeout, [&] {
      on.ends.stop({failure_class::timeout, next.method + " " + next.url.text() + " timed out after " +
                                                format_duration(*request.timeout) + " while " + std::string(on.doing)});
    });
  }

  http_result result{failure{}, {}};
  const auto fail = [&](const failure& why) {
    result.exchanges.back().error = why;
    result.response = why;
  };
  const auto named = [&](const failure& cause) {
    return failure{cause.kind, next.method + " " + next.url.text() + " failed: " + cause.message, cause.code};
  };
  for (unsigned redirects = 0;; ++redirects) {
    auto response = perform_hop(next, request, result.exchanges.emplace_back(), on, yield);
    if (!response) {
      fail(on.ends.stopped() ? on.ends.reason() : named(response.error()));
      return result;
    }
    auto target = request.max_redirects == 0
                      ? outcome<std::optional<redirect>>(std::nullopt)
                      : next_request(*response, next.method, next.url, *next.headers, first_host);
    if (target && *target && redirects == request.max_redirects) {
      target = failure{failure_class::http,
                       "stopped after " + std::to_string(redirects) + (redirects == 1 ? " redirect" : " redirects"),
                       failure_code::too_many_redirects};
    }
    if (!target) {
      fail(named(target.error()));
      return result;
    }
    if (!*target) {
      response->redirects = std::move(hops);
      result.response = std::move(*response);
      return result;
    }
    hops.push_back(hop_of(result.exchanges.back(), *response));
    next.method = std::move((*target)->method);
    if (const std::string& host = (*target)->url.host; host != first_host) {
      trusted = trusted && is_same_or_subdomain(host, first_host);
      next.tls = client_->tls_materials.load(for_other_host(request.tls, trusted)).value();
    }
    next.url = std::move((*target)->url);
    headers_after_redirect = std::move((*target)->headers);
    next.headers = &headers_after_redirect;
    next.referer = std::move((*target)->referer);
    if (!(*target)->keep_body) next.body = {};
  }
}

outcome<http_response> pooled_session::perform_hop(const hop& next, const http_request& request, http_exchange& record,
                                                   call& on, boost::asio::yield_context yield) {
  record.started = client_->time.wall();
  record.method = next.method;
  record.url = next.url.text();
  lap_timer laps(client_->time, record.timings);
  auto response = exchange_whole(next, request, record, laps, on, yield);
  if (!response) return response;
  if (request.cookies) keep_cookies(*request.cookies, next.url, *response, client_->time.wall());
  record.code = response->code;
  record.proto = response->proto;
  response->url = record.url;
  response->remote_ip = record.remote_ip;
  response->remote_port = record.remote_port;
  response->timings = record.timings;
  response->tls = record.tls;
  return response;
}

result<std::optional<proxy>> pooled_session::choose_proxy(const http_url& url, const request_route& route) const {
  if (!route.via) return client_->proxies.choose(url);
  return *route.via ? std::optional<proxy>(**route.via) : std::nullopt;
}

outcome<http_response> pooled_session::exchange_whole(const hop& next, const http_request& request,
                                                      http_exchange& record, lap_timer& laps, call& on,
                                                      boost::asio::yield_context yield) {
  const auto via = choose_proxy(next.url, request.route);
  if (!via) return failure{failure_class::connect, via.error().message, failure_code::dial};
  const bool absolute = *via && !next.url.secure;
  const std::string cookies = request.cookies ? request.cookies->header_for(next.url, client_->time.wall()) : "";
  const std::string head = make_request_head({.method = next.method,
                                              .url = next.url,
                                              .headers = *next.headers,
                                              .body_size = next.body.size(),
                                              .user_agent = client_->user_agent,
                                              .referer = next.referer,
                                              .cookies = cookies,
                                              .compressed = request.compressed,
                                              .absolute = absolute,
                                              .proxy_authorization = absolute ? (*via)->authorization : ""});
  const exchange_request sent{
      .head = head,
      .body = next.body,
      .to_head = next.method == "HEAD",
      .decode = request.compressed,
      .asks_first = asks_first(*next.headers) ? &client_->time : nullptr,
      .limits = {request.max_body.value_or(limits_.max_body), limits_.max_headers, !request.discard_body}};
  const connection_way way{*via, request.route, next.tls};
  std::string key = pool_key(next.url, way);
  for (;;) {
    auto with = pool_.take(key);
    record.reused = with != nullptr;
    if (with) {
      record.remote_ip = with->remote().address().to_string();
      record.remote_port = with->remote().port();
      record.tls = with->tls();
      laps.lap(&http_timings::blocked);
    } else {
      auto opened = open_connection(*client_, next.url, way, record, laps, on, yield);
      if (!opened) return opened.error();
      with = std::move(*opened);
    }
    auto result = perform_exchange(*with, sent, record, laps, on, yield);
    if (!result.trouble) {
      if (result.reusable) pool_.put(std::move(key), std::move(with));
      return std::move(result.response);
    }
    const bool stale = record.reused && !result.answered && !on.ends.stopped();
    if (!stale || !is_repeatable(next.method)) {
      // Whose fault it is, the proxy's or the server's, cannot be told from here, but who it was that spoke.
      if (absolute && !on.ends.stopped()) result.trouble->message = name_of(**via) + ": " + result.trouble->message;
      return std::move(*result.trouble);
    }
    laps.start_over();
  }
}

}  // namespace

std::unique_ptr<http_session> open_http_session(std::shared_ptr<http_client> client, session_options options) {
  return std::make_unique<pooled_session>(std::move(client), options);
}

}  // namespace canary::net
