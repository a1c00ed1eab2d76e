#include "canary/api/percent.hpp"
#include "canary/command/exit_code.hpp"
#include "canary/core/printable.hpp"
#include "canary/net/request_head.hpp"
#include "canary/net/response_reader.hpp"
#include "canary/net/stream.hpp"
#include "command/event_parser.hpp"
#include "command/remote_command.hpp"
#include "command/remote_text.hpp"
#include "command/rest_members.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <cstdio>
#include <limits>

namespace canary::command {
namespace {

namespace json = boost::json;
using std::chrono::seconds;

// A daemon that has nothing to tell says so every 15 seconds.
constexpr seconds longest_silence{45}, shortest_pause{1}, longest_pause{30};

class follower {
 public:
  follower(remote_call& call, std::string last)
      : call_(call),
        url_(
            *net::parse_http_url(call.options.url + "/api/v1/events" +
                                 (call.options.test.empty() ? "" : "?test=" + api::percent_encode(call.options.test)))),
        last_(std::move(last)) {}

  /// Until it is interrupted, or told that it is in vain.
  int follow() {
    for (seconds pause = shortest_pause;;) {
      heard_ = followed_ = false;
      const failure why = listen();
      if (call_.daemon.interrupted()) return stopped_early;
      if (refused_ != 0) {
        std::fprintf(stderr, "canaryctl: %s\n", refusal_text(call_.daemon.address(), refused_, detail_).c_str());
        return bad_usage;
      }
      if (heard_) pause = shortest_pause;
      const std::string trouble =
          followed_ ? call_.options.url + ": " + printable(why.message) : unreachable_text(call_.daemon.address(), why);
      std::fprintf(stderr, "canaryctl: %s; trying again in %lld s\n", trouble.c_str(),
                   static_cast<long long>(pause.count()));
      call_.daemon.pause(pause, call_.yield);
      pause = std::min(pause * 2, longest_pause);
    }
  }

 private:
  std::string head() const {
    std::vector<net::header> headers{{"Accept", "text/event-stream"}};
    if (!last_.empty()) headers.push_back({"Last-Event-ID", last_});
    if (!call_.options.token.empty()) headers.push_back({"Authorization", "Bearer " + call_.options.token});
    return net::make_request_head({.method = "GET",
                                   .url = url_,
                                   .headers = headers,
                                   .user_agent = "canaryctl",
                                   .compressed = false,
                                   .proxy_authorization = ""});
  }

  /// One connection, to its end. Why it ended.
  failure listen() {
    net::stream_wish wish{url_.host, url_.port};
    if (url_.secure) wish.tls.emplace().ca = call_.daemon.trusted();
    wish.timeout = seconds{30};
    const auto opened = net::open_stream(call_.daemon.network(), wish, call_.daemon.stop(), call_.yield);
    if (opened.trouble) return *opened.trouble;
    net::connection& with = *opened.with;
    const net::stream_limits limits{call_.daemon.time(), call_.daemon.stop(), longest_silence};
    if (auto trouble = net::write_to(with, head(), limits, call_.yield)) return *trouble;

    constexpr auto boundless = std::numeric_limits<std::uint64_t>::max();
    net::response_reader reader(false, false, {.max_body = boundless});
    event_parser parser([this](const server_event& e) { tell(e); });
    for (;;) {
      if (auto trouble = reader.feed(with.input())) return *trouble;
      std::string& body = reader.response().body;
      if (const int code = reader.response().code; code == 200) {
        followed_ = true;
        if (const auto fed = parser.feed(body); !fed) return {failure_class::limit, fed.error().message};
        body.clear();
      } else if (reader.done()) {
        return refuse(code, body);
      } else if (body.size() > 65536) {
        return refuse(code, "");
      }
      if (reader.done()) break;
      if (auto trouble = read_more(with)) return *trouble;
    }
    return {failure_class::http, "the daemon has ended the stream of events"};
  }

  std::optional<failure> read_more(net::connection& with) {
    bool silent = false;
    const interrupter::waiter hook(call_.daemon.stop(), [&] { with.close(); });
    const auto alarm = call_.daemon.time().make_timer();
    alarm->start(call_.daemon.time().mono() + longest_silence, [&] {
      silent = true;
      with.close();
    });
    boost::system::error_code failed;
    with.read(65536, call_.yield, failed);
    if (silent) return failure{failure_class::timeout, "nothing was heard for 45 s"};
    if (failed == boost::asio::error::eof) return failure{failure_class::http, "the daemon has closed the connection"};
    if (failed) return failure{failure_class::connect, "the connection broke: " + failed.message()};
    return std::nullopt;
  }

  // 503 is for now; what else a daemon refuses, it refuses again.
  failure refuse(int code, const std::string& body) {
    boost::system::error_code failed;
    const json::value said = json::parse(body, failed);
    detail_ = !failed && said.is_object() ? text(said.get_object(), "detail") : "";
    if (code >= 400 && code < 500) refused_ = code;
    return {failure_class::http, refusal_text(call_.daemon.address(), code, detail_)};
  }

  void tell(const server_event& e) {
    heard_ = true;
    if (!e.id.empty()) last_ = e.id;
    boost::system::error_code failed;
    const json::value data = json::parse(e.data, failed);
    if (failed || !data.is_object()) return;
    if (call_.options.json) {
      print("{\"event\":" + json::serialize(json::string(e.name)) + ",\"data\":" + e.data + "}\n");
    } else {
      print(event_line(e.name, data.get_object(), call_.as));
    }
  }

  remote_call& call_;
  const net::http_url url_;
  std::string last_;       // the newest event that was read
  bool heard_ = false;     // at least an event, by this connection
  bool followed_ = false;  // it was answered with the stream
  int refused_ = 0;
  std::string detail_;
};

}  // namespace

int tail_events(remote_call& call) {
  const std::string& test = call.options.test;
  if (!test.empty()) {
    const daemon_answer known = call.daemon.ask("GET", path_of_test(test), "name", call.yield);
    if (known.trouble) return complain_of_test(call, known, test);
  }
  // What is newest now, so that nothing is lost where the first connection breaks before it has told anything.
  const daemon_answer status = call.daemon.ask("GET", "/api/v1/status", "version", call.yield);
  if (status.trouble) return complain(call, status);
  const json::object* events = member(status.body, "events");
  return follower(call, events != nullptr ? text(*events, "last_id") : "").follow();
}

}  // namespace canary::command
