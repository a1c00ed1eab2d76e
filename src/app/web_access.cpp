#include "canary/app/web_access.hpp"

#include "canary/api/listener.hpp"
#include "canary/api/origin_check.hpp"

namespace canary::app {

std::filesystem::path token_file(const config::options& options, const config::environment& get) {
  if (!options.web_auth_file.empty()) return options.web_auth_file;
  const char* folder = get("CREDENTIALS_DIRECTORY");
  if (folder == nullptr || *folder == '\0') return {};
  auto file = std::filesystem::path(folder) / "web-auth";
  std::error_code ignored;
  return std::filesystem::exists(file, ignored) ? file : std::filesystem::path{};
}

result<void> check_exposure(const config::options& options, const config::environment& get, int inherited) {
  if (options.web_insecure || !token_file(options, get).empty()) return {};
  const auto address = inherited >= 0 ? api::inherited_address(inherited) : api::listening_address(options.listen_host);
  // What is no address at all is told of when it is listened on.
  if (!address || api::is_loopback(*address)) return {};
  return error{
      address->to_string() +
      " can be reached from the network, and nobody there would be asked who he is: name a file of tokens with "
      "--web.auth-file (canaryctl token NAME read|write makes one), listen on 127.0.0.1, or say --web.insecure"};
}

result<void> check_web(const config::options& options, const config::environment& get) {
  if (const auto hidden = check_exposure(options, get, -1); !hidden) return hidden;
  if (const auto file = token_file(options, get); !file.empty()) {
    if (const auto read = api::read_token_file(file); !read) return read.error();
  }
  if (options.web_tls_cert.empty()) return {};
  const auto identity = api::read_identity({options.web_tls_cert, options.web_tls_key});
  return identity ? result<void>{} : identity.error();
}

web_access::web_access(const config::options& options, const config::environment& get, clock& time, const logger& log,
                       metrics::metrics& counters)
    : log_(log), tokens_(token_file(options, get)), control_(time, log, counters) {
  if (options.web_tls_cert.empty()) return;
  tls_.emplace(api::tls_files{options.web_tls_cert, options.web_tls_key}, time, log, counters);
}

result<void> web_access::load() {
  const auto tokens = load_tokens();
  const auto certificate = tls_ ? tls_->load() : result<void>{};
  if (!tokens) return tokens;
  if (!certificate) return error{"the server's certificate cannot be read: " + certificate.error().message};
  return {};
}

result<void> web_access::load_tokens() {
  if (tokens_.empty()) return {};
  auto read = api::read_token_file(tokens_);
  if (!read) return error{"the tokens cannot be read: " + read.error().message};
  if (read->open_to_others) {
    log_.warn("every user of this machine may read the file of tokens; chmod o= is right",
              {{"file", tokens_.string()}});
  }
  others_ |= control_.use(std::move(read->tokens));
  return {};
}

}  // namespace canary::app
