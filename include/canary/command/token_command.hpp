#pragma once
// `canaryctl token NAME read|write`: makes a token for the daemon's --web.auth-file.

#include "canary/api/token_file.hpp"
#include "canary/core/result.hpp"

#include <span>
#include <string>

namespace canary::command {

struct token_order {
  std::string name;
  api::permission may = api::permission::read;
};

/// `args` is what follows the word 'token'. The error says what is wrong.
result<token_order> parse_token_order(std::span<const char* const> args);

/// Prints the token, which nothing keeps, and the line for the file.
int run_token_command(const token_order& order);

}  // namespace canary::command
