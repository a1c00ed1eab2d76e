#include "canary/app/web_access.hpp"

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <map>

using namespace canary;
using namespace canary::app;

namespace {

using variables = std::map<std::string, std::string>;

config::environment from(const variables& set) {
  return [set](const char* name) {
    const auto found = set.find(name);
    return found == set.end() ? nullptr : found->second.c_str();
  };
}

std::string line(std::string_view name, std::string_view token) {
  return api::to_line({std::string(name), api::permission::read, api::sha256(token)}) + "\n";
}

}  // namespace

TEST_CASE("what a network can reach needs tokens, or somebody who says that it does not") {
  const struct {
    const char* host;
    bool open;
  } rows[] = {{"127.0.0.1", false},        {"127.9.9.9", false},      {"::1", false}, {"localhost", false},
              {"::ffff:127.0.0.1", false}, {"0.0.0.0", true},         {"::", true},   {"192.0.2.1", true},
              {"2001:db8::1", true},       {"::ffff:192.0.2.1", true}};
  for (const auto& row : rows) {
    CAPTURE(row.host);
    config::options options;
    options.listen_host = row.host;
    const auto checked = check_exposure(options, from({}), -1);
    CHECK(checked.has_error() == row.open);
    if (row.open) CHECK(checked.error().message.find("--web.auth-file") != std::string::npos);
    options.web_insecure = true;
    CHECK(check_exposure(options, from({}), -1).has_value());
    options.web_insecure = false;
    options.web_auth_file = "tokens";
    CHECK(check_exposure(options, from({}), -1).has_value());
  }
}

TEST_CASE("a socket from systemd counts by its own address") {
  boost::asio::io_context loop;
  using boost::asio::ip::tcp;
  tcp::acceptor inside(loop, {boost::asio::ip::address_v4::loopback(), 0});
  tcp::acceptor outside(loop, {boost::asio::ip::address_v4::any(), 0});
  config::options options;
  options.listen_host = "192.0.2.1";
  CHECK(check_exposure(options, from({}), inside.native_handle()).has_value());
  options.listen_host = "127.0.0.1";
  CHECK(check_exposure(options, from({}), outside.native_handle()).has_error());
}

TEST_CASE("tokens come from the file that is named, else from systemd's credential") {
  const testing::temporary_folder folder;
  const auto credentials = from({{"CREDENTIALS_DIRECTORY", folder.path().string()}});
  config::options options;
  CHECK(token_file(options, from({})).empty());
  CHECK(token_file(options, credentials).empty());
  folder.write("web-auth", line("a", "1"));
  CHECK(token_file(options, credentials) == folder.path() / "web-auth");
  options.web_auth_file = "tokens";
  CHECK(token_file(options, credentials) == "tokens");
}

TEST_CASE("tokens are read again, and a file with a mistake leaves those before") {
  const testing::temporary_folder folder;
  boost::asio::io_context loop;
  const auto time = create_real_clock(loop.get_executor());
  std::vector<std::string> lines;
  const logger log(*time, [&](std::string text) { lines.push_back(std::move(text)); });
  const auto counters = metrics::create_metrics("1", "a", time->wall());
  config::options options;
  options.web_auth_file = folder.path() / "tokens";
  web_access access(options, from({}), *time, log, *counters);
  CHECK(access.load().has_error());
  const auto knows = [&](std::string_view token) {
    return access.control().examine({api::credentials::kind::token, token}).refused.empty();
  };
  folder.write("tokens", line("a", "1"));
  std::filesystem::permissions(options.web_auth_file, std::filesystem::perms{0600});
  CHECK(access.load().has_value());
  CHECK(access.take_others());
  CHECK(access.load().has_value());
  CHECK(!access.take_others());
  CHECK(knows("1"));
  CHECK(lines.empty());
  folder.write("tokens", line("a", "1") + "b read\n");
  CHECK(access.load().error().message.starts_with("the tokens cannot be read: " + options.web_auth_file.string() +
                                                  ":2: "));
  CHECK(knows("1"));
  folder.write("tokens", line("b", "2"));
  std::filesystem::permissions(options.web_auth_file, std::filesystem::perms{0644});
  CHECK(access.load().has_value());
  CHECK(!knows("1"));
  CHECK(knows("2"));
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].find("every user of this machine may read") != std::string::npos);
}

TEST_CASE("other tokens are told of, though the certificate cannot be read") {
  const testing::temporary_folder folder;
  boost::asio::io_context loop;
  const auto time = create_real_clock(loop.get_executor());
  const logger log(*time, [](const std::string&) {});
  const auto counters = metrics::create_metrics("1", "a", time->wall());
  config::options options;
  options.web_auth_file = folder.path() / "tokens";
  options.web_tls_cert = folder.path() / "cert.pem";
  options.web_tls_key = folder.path() / "key.pem";
  folder.write("tokens", line("a", "1"));
  web_access access(options, from({}), *time, log, *counters);
  CHECK(access.load().has_error());
  CHECK(access.take_others());
}
