#include "command/daemon_client.hpp"

#include "canary/command/exit_code.hpp"
#include "canary/core/event.hpp"
#include "canary/core/printable.hpp"
#include "canary/core/small_file.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <csignal>
#include <cstdio>

namespace canary::command {
namespace {

namespace json = boost::json;

// A configuration may take long to load; nothing else takes a daemon more than moments.
constexpr std::chrono::seconds patience{20}, patience_with_reload{120};

constexpr std::uint64_t largest_ca = 16u << 20;

// Of an answer's sentence, and of what is no sentence of canaryd's.
constexpr std::size_t longest_detail = 16'000;

// With its line ends: a configuration may have several faults.
std::string printable_lines(std::string_view text) {
  text = text.substr(0, longest_detail);
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (begin > 0) out += '\n';
    out += printable(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

}  // namespace

daemon_client::daemon_client(const daemon_address& at)
    : at_(at),
      time_(create_real_clock(loop_.get_executor())),
      client_(net::create_http_client(loop_.get_executor(), *time_, {})),
      session_(net::open_http_session(client_)) {}

int daemon_client::run(const std::function<int(boost::asio::yield_context)>& talk) {
  if (!at_.ca.empty()) {
    auto read = read_small_file(at_.ca, largest_ca);
    if (!read || read->empty()) {
      const std::string why = read ? at_.ca.string() + " is empty" : read.error().message;
      std::fprintf(stderr, "canaryctl: --ca: %s\n", why.c_str());
      return bad_usage;
    }
    trusted_ = std::move(*read);
  }
  boost::asio::signal_set signals(loop_, SIGINT, SIGTERM);
  signals.async_wait([this](const boost::system::error_code& failed, int) {
    if (!failed) stop_.stop({failure_class::interrupted, "interrupted from the terminal"});
  });
  int code = other_failure;
  boost::asio::spawn(
      loop_,
      [&](boost::asio::yield_context yield) {
        code = talk(yield);
        signals.cancel();
      },
      [](const std::exception_ptr& thrown) {
        if (thrown) std::rethrow_exception(thrown);
      });
  loop_.run();
  return code;
}

daemon_answer daemon_client::ask(const std::string& method, const std::string& target, std::string_view having,
                                 boost::asio::yield_context yield, const std::string& json_body) {
  net::http_request request;
  request.method = method;
  request.url = at_.url + target;
  if (!at_.token.empty()) request.headers.push_back({"Authorization", "Bearer " + at_.token});
  request.headers.push_back({"Accept", "application/json"});
  if (!json_body.empty()) {
    request.headers.push_back({"Content-Type", "application/json"});
    request.body = json_body;
  }
  request.tls.ca = trusted_;
  request.timeout = target == "/-/reload" ? patience_with_reload : patience;
  request.max_redirects = 0;  // a token goes nowhere but where it was sent
  request.max_body = 64u << 20;
  auto done = session_->perform(request, stop_, yield);
  daemon_answer answer;
  if (!done.response) {
    answer.interrupted = stop_.stopped();
    answer.trouble = error{unreachable_text(at_, done.response.error())};
    return answer;
  }
  answer.status = done.response->code;
  answer.text = std::move(done.response->body);
  json::parse_options deep;
  deep.max_depth = 512;
  boost::system::error_code failed;
  json::value body = json::parse(answer.text, failed, {}, deep);
  const bool readable = !failed && body.is_object();
  if (readable) answer.body = std::move(body.get_object());
  if (answer.status / 100 == 2) {
    if (!readable || (!having.empty() && !answer.body.contains(having))) {
      answer.trouble = error{at_.url + target + " does not answer as canaryd does; is --url the address of a canaryd?"};
    }
    return answer;
  }
  const json::value* detail = answer.body.if_contains("detail");
  answer.trouble = error{refusal_text(
      at_, answer.status,
      detail != nullptr && detail->is_string() ? std::string_view(detail->get_string()) : std::string_view())};
  return answer;
}

void daemon_client::pause(nanoseconds time, boost::asio::yield_context yield) {
  if (stop_.stopped()) return;
  event rested(loop_.get_executor());
  const interrupter::waiter hook(stop_, [&] { rested.set(); });
  const auto alarm = time_->make_timer();
  alarm->start(time_->mono() + time, [&] { rested.set(); });
  rested.wait(yield);
}

std::string refusal_text(const daemon_address& at, int status, std::string_view detail) {
  const std::string said = printable_lines(detail);
  if (status == 401) {
    return at.token.empty() ? at.url + " wants a token: set CANARYCTL_TOKEN to one that is in its --web.auth-file"
                            : at.url +
                                  " does not know the token in CANARYCTL_TOKEN; `canaryctl token` makes one for "
                                  "its --web.auth-file";
  }
  if (status == 403 && !said.empty()) return at.url + " does not allow this: " + said;
  // An address that is not quite the daemon's shows in this.
  if (status == 404 && !said.empty()) return at.url + " answers 404: " + said;
  if (!said.empty()) return said;
  std::string text = at.url + " answers " + std::to_string(status);
  if (status / 100 == 3) return text + ", a redirect, which is not followed; give its goal with --url";
  return text + " and does not say why; is --url the address of a canaryd?";
}

std::string unreachable_text(const daemon_address& at, const failure& why) {
  std::string text = "no answer from " + at.url + ": " + printable_lines(why.message);
  if (why.kind == failure_class::connect) {
    return text + "; is canaryd running there? --url or CANARYCTL_URL names another address";
  }
  if (why.code == failure_code::not_tls) return text + "; a daemon without TLS is at http://, not https://";
  if (why.kind == failure_class::tls) return text + "; --ca FILE names certificates (PEM) to trust it by";
  if (why.kind == failure_class::http && at.url.starts_with("http://")) {
    return text + "; a daemon with TLS is at https://, not http://";
  }
  return text;
}

}  // namespace canary::command
