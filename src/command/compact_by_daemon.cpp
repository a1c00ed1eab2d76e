#include "canary/command/exit_code.hpp"
#include "canary/core/json_text.hpp"
#include "command/daemon_client.hpp"
#include "command/database_command.hpp"
#include "command/progress_bar.hpp"
#include "command/quantities.hpp"
#include "command/rest_members.hpp"

#include <boost/asio/spawn.hpp>

#include <cstdio>

namespace canary::command {
namespace {

namespace json = boost::json;

class compaction_follower {
 public:
  explicit compaction_follower(const database_options& options)
      : options_(options), daemon_({options.url, options.ca, options.token}) {}

  int run() {
    return daemon_.run([this](boost::asio::yield_context yield) { return follow(yield); });
  }

 private:
  /// The answer's body; the error is a sentence.
  result<json::object> ask(const char* method, const std::string& path, boost::asio::yield_context yield) {
    daemon_answer answer = daemon_.ask(method, path, "", yield);
    if (answer.trouble) return *answer.trouble;
    return std::move(answer.body);
  }

  int follow(boost::asio::yield_context yield) {
    const std::string path = "/api/v1/database";
    progress_bar bar(daemon_.time(), "bytes");
    auto answer = ask("POST", path + "/compact", yield);
    while (answer) {
      const json::object* of = member(*answer, "compaction");
      if (of == nullptr) {
        answer = error{options_.url + path + " does not tell how far it has come"};
        break;
      }
      const std::string state = text(*of, "state");
      if (state == "done") return tell(*of, bar);
      if (state == "failed") {
        const std::string why = text(*of, "error");
        answer = error{why.empty() ? "it failed" : why};
        break;
      }
      const auto written = natural(*of, "bytes_written"), expected = natural(*of, "bytes_expected");
      bar.show({written, expected > 0 ? static_cast<double>(written) / static_cast<double>(expected) : 0});
      daemon_.pause(std::chrono::milliseconds{100}, yield);
      answer = ask("GET", path, yield);
    }
    bar.clear();
    if (daemon_.interrupted()) return stopped_early;
    std::fprintf(stderr, "canaryctl: %s\n", answer.error().message.c_str());
    return no_resource;
  }

  int tell(const json::object& compaction, progress_bar& bar) {
    bar.clear();
    const auto before = natural(compaction, "bytes_before"), after = natural(compaction, "bytes_after");
    const std::string told =
        options_.json ? json_text(compaction) : readable_bytes(before) + " became " + readable_bytes(after);
    std::printf("%s\n", told.c_str());
    return success;
  }

  const database_options& options_;
  daemon_client daemon_;
};

}  // namespace

int compact_by_daemon(const database_options& options) { return compaction_follower(options).run(); }

}  // namespace canary::command
