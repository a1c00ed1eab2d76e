// What ssh is asked, and what its words mean. The real client meets a real server in test/e2e/ssh_test.mjs.

#include "canary/process/ssh.hpp"

#include "process/bench.hpp"

#include <algorithm>

using namespace canary;
using namespace canary::testing;
using namespace std::chrono_literals;
using process::ssh_order;

namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const auto& word : words) all += word + "|";
  return all;
}

}  // namespace

TEST_CASE("hosts and users are names, and nothing that ssh could take for something else") {
  const char* const good[] = {"localhost", "shop.example.com", "a_b-c.1", "127.0.0.1", "::1", "fe80::1%eth0"};
  for (const char* host : good) {
    CAPTURE(host);
    CHECK(process::mistake_in({.host = host, .command = "true"}) == std::nullopt);
  }
  const std::string bad[] = {"",           "-v",          "-oProxyCommand=id",
                             "root@host",  "ssh://host",  "host:22x/",
                             "a b",        "a\nb",        "${HOME}",
                             "%h",         "host/",       "münchen.example",
                             "host,other", "[::1]",       "a;b",
                             "*",          "!host",       std::string(254, 'a'),
                             "host:22",    "127.0.0.1:22"};
  for (const auto& host : bad) {
    CAPTURE(host);
    const auto mistake = process::mistake_in({.host = host, .command = "true"});
    REQUIRE(mistake);
    CHECK(mistake->starts_with("'" + host + "' is no host"));
  }
  for (const char* user : {"", "root", "deploy-1", "a.b", "user@realm", "machine$"}) {
    CAPTURE(user);
    CHECK(process::mistake_in({.host = "h", .command = "true", .user = user}) == std::nullopt);
  }
  for (const char* user : {"-l", "a b", "a\nb", "`id`", "a/b", "a:b"}) {
    CAPTURE(user);
    CHECK(process::mistake_in({.host = "h", .command = "true", .user = user}));
  }
}

TEST_CASE("paths that ssh would read otherwise are refused") {
  for (const char* path : {"a\"b", "a\\b", "${HOME}/key", "a\nb"}) {
    CAPTURE(path);
    CHECK(process::mistake_in({.host = "h", .command = "true", .identity = path}));
    CHECK(process::mistake_in({.host = "h", .command = "true", .known_hosts = path}));
  }
  CHECK(process::mistake_in({.host = "h", .command = "true", .known_hosts = ""}));
  CHECK(process::mistake_in({.host = "h", .command = ""}));
}

TEST_CASE("nothing of the user's counts for ssh, and nothing is forwarded") {
  const process::runner_options options{.work_dir = "/work dir", .own_path = "/opt/bin"};
  const auto program = process::ssh_program(
      {.host = "shop", .command = "-v; id", .user = "canary", .port = 2222, .identity = "100%/key", .timeout = 1500ms},
      options, "/the/log");
  CHECK(program.search_path == "/opt/bin");
  CHECK(program.environment == std::vector<std::string>{"PATH=" + std::string(process::default_search_path)});
  CHECK(program.timeout == 1500ms);
  CHECK(program.label == "ssh.run canary@shop:2222");
  const std::string words = joined(program.words);
  for (const char* part : {"ssh|-F|/dev/null|",
                           "|-E|/the/log|",
                           "|-p|2222|",
                           "|-l|canary|",
                           "|-i|/work dir/100%%/key|",
                           "|-o|UserKnownHostsFile=\"/work dir/known_hosts\"|",
                           "|-o|GlobalKnownHostsFile=/dev/null|",
                           "|-o|StrictHostKeyChecking=yes|",
                           "|-o|BatchMode=yes|",
                           "|-o|IdentityAgent=none|",
                           "|-o|IdentitiesOnly=yes|",
                           "|-o|ClearAllForwardings=yes|",
                           "|-o|ProxyCommand=none|",
                           "|-o|PermitLocalCommand=no|",
                           "|-o|ControlPath=none|",
                           "|-a|",
                           "|-x|",
                           "|-T|",
                           "|-o|ConnectTimeout=2|",
                           "|--|shop|-v; id|"}) {
    CAPTURE(part);
    CHECK(words.find(part) != std::string::npos);
  }
  CHECK(program.words.back() == "-v; id");
  const auto bare = joined(process::ssh_program({.host = "::1", .command = "id"}, options, "/the/log").words);
  CHECK(bare.find("|-o|IdentityFile=none|") != std::string::npos);
  CHECK(bare.find("|-l|") == std::string::npos);
  CHECK(bare.find("ConnectTimeout") == std::string::npos);
}

TEST_CASE("each thing that ssh says has a class and words of its own") {
  const std::string frame(59, '@');
  struct row {
    std::string log, err;
    const char *kind, *message;
  };
  const row rows[] = {
      {"No ED25519 host key is known for [h]:2222 and you have requested strict checking.\r\n"
       "Host key verification failed.\r\n",
       "", "exec",
       "the host's key is unknown: no ED25519 key of it is in 'known'; ssh-keyscan shows the keys of a host"},
      {frame + "\n@    WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!     @\n" + frame +
           "\nIT IS POSSIBLE THAT SOMEONE IS DOING SOMETHING NASTY!\nThe fingerprint for the ED25519 key sent by the "
           "remote host is\nSHA256:LujVgVngRcCzGaNZvNe24vtZaGGDeQGPtDtIUpaqrt4.\nPlease contact your system "
           "administrator.\nAdd correct host key in /k nown to get rid of this message.\r\nOffending ED25519 key in /k "
           "nown:1\r\n  remove with:\nHost key for h has changed and you have requested strict checking.\r\nHost key "
           "verification failed.\r\n",
       "", "exec",
       "the host's key has changed: it shows SHA256:LujVgVngRcCzGaNZvNe24vtZaGGDeQGPtDtIUpaqrt4, which is not the one "
       "at "
       "/k nown:1; either it was set up anew, or somebody stands in its place"},
      {frame + "\n@       WARNING: REVOKED HOST KEY DETECTED!               @\n" + frame +
           "\nHost key verification failed.",
       "", "exec", "the host's key is marked as revoked in 'known'"},
      {"canary@h: Permission denied (publickey,password).\r\n", "", "exec",
       "the user was not let in: canary@h: Permission denied (publickey,password)."},
      {"@         WARNING: UNPROTECTED PRIVATE KEY FILE!          @\nPermissions 0644 for 'user' are too open.\nLoad "
       "key "
       "\"user\": bad permissions\r\ncanary@h: Permission denied (publickey).\r\n",
       "", "exec",
       "the user was not let in: canary@h: Permission denied (publickey).; the identity was not shown, for others may "
       "read its file (chmod 600 mends that)"},
      {"Load key \"bad\": error in libcrypto\r\ncanary@h: Permission denied (publickey).\r\n", "", "exec",
       "the user was not let in: canary@h: Permission denied (publickey).; Load key \"bad\": error in libcrypto"},
      {"ssh: Could not resolve hostname h: Name or service not known\r\n", "", "dns",
       "the name could not be resolved: Name or service not known"},
      {"ssh: connect to host h port 2222: Connection refused\r\n", "", "connect",
       "connecting failed: Connection refused"},
      {"ssh: connect to host h port 2222: No route to host\r\n", "", "connect", "connecting failed: No route to host"},
      {"ssh: connect to host h port 2222: Connection timed out\r\n", "", "timeout",
       "connecting failed: Connection timed out"},
      {"Connection timed out during banner exchange\r\nConnection to h port 2222 timed out\r\n", "", "timeout",
       "Connection timed out during banner exchange"},
      {"kex_exchange_identification: Connection closed by remote host\r\nConnection closed by h port 2222\r\n", "",
       "connect", "the connection broke: kex_exchange_identification: Connection closed by remote host"},
      {"Unable to negotiate with h port 2222: no matching host key type found. Their offer: ssh-dss\r\n", "", "exec",
       "ssh says 'Unable to negotiate with h port 2222: no matching host key type found. Their offer: ssh-dss'"},
      {"", "working\nConnection to h closed by remote host.\r\n", "connect",
       "the connection broke: Connection to h closed by remote host"},
      {"", "command-line: line 0: Bad configuration option: nonsense\r\n", "exec",
       "ssh says 'command-line: line 0: Bad configuration option: nonsense'"},
  };
  const ssh_order order{.host = "h", .command = "true", .user = "canary", .port = 2222, .known_hosts = "known"};
  for (const auto& r : rows) {
    CAPTURE(r.log, r.err);
    const auto why = process::ssh_failure(order, r.log, r.err);
    REQUIRE(why);
    CHECK(to_string(why->kind) == r.kind);
    CHECK(why->message == std::string("ssh.run canary@h:2222: ") + r.message);
  }
}

TEST_CASE("where ssh failed as a request would, the failure has the number of a request's") {
  struct row {
    const char* log;
    failure_code code;
  };
  for (const auto& row : {
           row{"ssh: Could not resolve hostname h: Name or service not known\r\n", failure_code::no_such_host},
           row{"ssh: Could not resolve hostname h: Temporary failure in name resolution\r\n", failure_code::none},
           row{"ssh: connect to host h port 22: Connection refused\r\n", failure_code::refused},
           row{"ssh: connect to host h port 22: No route to host\r\n", failure_code::unreachable},
           row{"ssh: connect to host h port 22: Network is unreachable\r\n", failure_code::unreachable},
           row{"kex_exchange_identification: read: Connection reset by peer\r\n", failure_code::reset},
           row{"client_loop: send disconnect: Broken pipe\r\n", failure_code::broken_pipe},
           row{"kex_exchange_identification: Connection closed by remote host\r\n", failure_code::none},
       }) {
    CAPTURE(row.log);
    const auto why = process::ssh_failure({.host = "h", .command = "true"}, row.log, "");
    REQUIRE(why);
    CHECK(static_cast<int>(why->code) == static_cast<int>(row.code));
  }
}

TEST_CASE("a command that ends with 255 by itself is no failure of ssh's") {
  for (const char* err :
       {"", "my own error\n", "Permission denied (publickey).\n", "REMOTE HOST IDENTIFICATION HAS CHANGED\n"}) {
    CAPTURE(err);
    CHECK(process::ssh_failure({.host = "h", .command = "true"}, "", err) == std::nullopt);
  }
}

TEST_CASE("files that ssh would need are looked for first") {
  temporary_folder folder;
  process_bench bench;
  bench.options.work_dir = folder.path();
  const auto ask = [&](ssh_order order) {
    outcome<process::program_end> end = failure{};
    auto& by = bench.runner();
    bench.run([&](asio::yield_context yield) { end = process::run_ssh(by, order, bench.stop, yield); });
    REQUIRE(end.has_error());
    CHECK(to_string(end.error().kind) == "exec");
    return end.error().message;
  };
  const std::string path = folder.path().string();
  CHECK(ask({.host = "127.0.0.1", .command = "true"}) == "ssh.run 127.0.0.1:22: the known_hosts file '" + path +
                                                             "/known_hosts' cannot be read: No such file or directory; "
                                                             "ssh-keyscan writes one, whose fingerprints somebody "
                                                             "compares");
  folder.write("known_hosts", "");
  CHECK(ask({.host = "127.0.0.1", .command = "true", .identity = "key"}) ==
        "ssh.run 127.0.0.1:22: the identity file '" + path + "/key' cannot be read: No such file or directory");
  process_bench without;
  without.options = bench.options;
  without.options.own_path = path;
  outcome<process::program_end> end = failure{};
  auto& by = without.runner();
  without.run([&](asio::yield_context yield) {
    end = process::run_ssh(by, {.host = "127.0.0.1", .command = "true"}, without.stop, yield);
  });
  REQUIRE(end.has_error());
  CHECK(end.error() == failure{failure_class::exec, "ssh.run 127.0.0.1:22: there is no program 'ssh' in " + path});
}
