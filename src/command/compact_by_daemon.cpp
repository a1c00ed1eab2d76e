#include "canary/command/exit_code.hpp"
#include "canary/core/event.hpp"
#include "canary/core/json_text.hpp"
#include "canary/net/http_session.hpp"
#include "command/database_command.hpp"
#include "command/progress_bar.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/spawn.hpp>
#include <boost/json/parse.hpp>

#include <cstdio>
#include <fstream>
#include <iterator>

namespace canary::command {
namespace {

namespace json = boost::json;

class compaction_follower {
 public:
  explicit compaction_follower(const database_options& options)
      : options_(options),
        time_(create_real_clock(loop_.get_executor())),
        client_(net::create_http_client(loop_.get_executor(), *time_, {})),
        session_(net::open_http_session(client_)) {}

  int run() {
    if (!options_.ca.empty()) {
      std::ifstream in(options_.ca, std::ios::binary);
      trusted_.assign(std::istreambuf_iterator<char>(in), {});
      if (trusted_.empty()) {
        std::fprintf(stderr, "canaryctl: --ca: %s cannot be read, or is empty\n", options_.ca.c_str());
        return bad_usage;
      }
    }
    int code = other_failure;
    boost::asio::spawn(
        loop_, [&](boost::asio::yield_context yield) { code = follow(yield); },
        [](const std::exception_ptr& thrown) {
          if (thrown) std::rethrow_exception(thrown);
        });
    loop_.run();
    return code;
  }

 private:
  /// The answer's body; the error is a sentence.
  result<json::object> ask(const char* method, const std::string& path, boost::asio::yield_context yield) {
    net::http_request request;
    request.method = method;
    request.url = options_.url + path;
    if (!options_.token.empty()) request.headers.push_back({"Authorization", "Bearer " + options_.token});
    request.tls.ca = trusted_;
    request.timeout = std::chrono::seconds{30};
    interrupter never;
    const auto answer = session_->perform(request, never, yield);
    if (!answer.response) return error{answer.response.error().message};
    boost::system::error_code failed;
    const json::value body = json::parse(answer.response->body, failed);
    const bool readable = !failed && body.is_object();
    if (answer.response->code / 100 == 2 && readable) return body.get_object();
    const json::value* detail = readable ? body.get_object().if_contains("detail") : nullptr;
    return error{options_.url + path + " answers " + std::to_string(answer.response->code) +
                 (detail != nullptr && detail->is_string() ? ": " + std::string(detail->get_string()) : "")};
  }

  void pause(boost::asio::yield_context yield) {
    event rested(loop_.get_executor());
    const auto alarm = time_->make_timer();
    alarm->start(time_->mono() + std::chrono::milliseconds{100}, [&] { rested.set(); });
    rested.wait(yield);
  }

  static std::uint64_t number(const json::object& from, std::string_view name) {
    const json::value* found = from.if_contains(name);
    return found != nullptr && found->is_number() ? found->to_number<std::uint64_t>() : 0;
  }

  int follow(boost::asio::yield_context yield) {
    const std::string path = "/api/v1/database";
    progress_bar bar(*time_, "bytes");
    auto answer = ask("POST", path + "/compact", yield);
    while (answer) {
      const json::value* of = answer->if_contains("compaction");
      if (of == nullptr || !of->is_object()) {
        answer = error{options_.url + path + " does not tell how far it has come"};
        break;
      }
      const json::object& compaction = of->get_object();
      const json::value* state = compaction.if_contains("state");
      if (state != nullptr && *state == "done") return tell(compaction, bar);
      if (state != nullptr && *state == "failed") {
        const json::value* why = compaction.if_contains("error");
        answer = error{why != nullptr && why->is_string() ? std::string(why->get_string()) : "it failed"};
        break;
      }
      const auto written = number(compaction, "bytes_written"), expected = number(compaction, "bytes_expected");
      bar.show({written, expected > 0 ? static_cast<double>(written) / static_cast<double>(expected) : 0});
      pause(yield);
      answer = ask("GET", path, yield);
    }
    bar.clear();
    std::fprintf(stderr, "canaryctl: %s\n", answer.error().message.c_str());
    return no_resource;
  }

  int tell(json::object compaction, progress_bar& bar) {
    bar.clear();
    const auto before = number(compaction, "bytes_before"), after = number(compaction, "bytes_after");
    const std::string text =
        options_.json ? json_text(compaction) : readable_bytes(before) + " became " + readable_bytes(after);
    std::printf("%s\n", text.c_str());
    return success;
  }

  const database_options& options_;
  std::string trusted_;  // PEM; '' for what the system trusts
  boost::asio::io_context loop_{1};
  std::unique_ptr<clock> time_;
  std::shared_ptr<net::http_client> client_;
  std::unique_ptr<net::http_session> session_;
};

}  // namespace

int compact_by_daemon(const database_options& options) { return compaction_follower(options).run(); }

}  // namespace canary::command
