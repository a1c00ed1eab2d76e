#include "canary/command/token_command.hpp"

#include "canary/command/exit_code.hpp"

#include <cstdio>

namespace canary::command {

result<token_order> parse_token_order(std::span<const char* const> args) {
  const error wanted{"write canaryctl token NAME read|write: a name for people, and whether it may change anything"};
  if (args.size() != 2) return wanted;
  const std::string may = args[1];
  if (may != "read" && may != "write") return wanted;
  token_order order{args[0], may == "read" ? api::permission::read : api::permission::write};
  // What would be refused in the file is refused here.
  const auto readable = api::parse_tokens(api::to_line({order.name, order.may, {}}), "");
  if (!readable || readable->front().name != order.name) {
    return error{"'" + order.name + "' is no name for a token: 1 to 64 letters, digits, '.', '_' and '-'"};
  }
  return order;
}

int run_token_command(const token_order& order) {
  const std::string secret = api::random_token();
  const std::string line = api::to_line({order.name, order.may, api::sha256(secret)});
  std::printf(
      "The token, which is shown this once:\n\n  %s\n\nThe line for the file that --web.auth-file names:\n\n  %s\n",
      secret.c_str(), line.c_str());
  return success;
}

}  // namespace canary::command
