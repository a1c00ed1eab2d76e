#include "script/modules/module.hpp"

namespace canary::script {

void push_check(duk_context* ctx);
void push_console(duk_context* ctx);
void push_dns(duk_context* ctx);
void push_exec(duk_context* ctx);
void push_http(duk_context* ctx);
void push_log(duk_context* ctx);
void push_secrets(duk_context* ctx);
void push_ssh(duk_context* ctx);
void push_std(duk_context* ctx);
void push_tcp(duk_context* ctx);
void push_test(duk_context* ctx);
void push_tls(duk_context* ctx);

std::span<const module> modules() {
  static constexpr module all[] = {
      {"check", false, false, push_check}, {"console", true, false, push_console},
      {"std", true, false, push_std},      {"http", false, false, push_http},
      {"log", false, false, push_log},     {"test", false, true, push_test},
      {"dns", false, false, push_dns},     {"tcp", false, false, push_tcp},
      {"tls", false, false, push_tls},     {"exec", false, false, push_exec},
      {"ssh", false, false, push_ssh},     {"secrets", false, false, push_secrets},
  };
  return all;
}

}  // namespace canary::script
