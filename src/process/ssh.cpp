#include "canary/process/ssh.hpp"

#include "canary/core/system_text.hpp"
#include "process/descriptor.hpp"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

namespace canary::process {
namespace {

bool is_one_of(char c, std::string_view others) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || others.find(c) != others.npos;
}

bool consists_of(std::string_view text, std::string_view others) {
  return std::all_of(text.begin(), text.end(), [&](char c) { return is_one_of(c, others); });
}

// A name, or an address with or without its interface; never an option, a user, a URL or what ssh would expand.
bool is_host(std::string_view host) {
  if (host.empty() || host.size() > 253 || host.front() == '-') return false;
  if (host.find(':') == host.npos) return consists_of(host, "._-");
  // With one colon it would be a port's, and that is an option.
  if (std::count(host.begin(), host.end(), ':') == 1) return false;
  return consists_of(host, ":.%_-");
}

bool is_user(std::string_view user) {
  return user.empty() || (user.size() <= 256 && user.front() != '-' && consists_of(user, "._@+$-"));
}

// ssh expands % and ${, and quotes have no meaning of their own within quotes.
bool is_path(std::string_view path) {
  return std::none_of(path.begin(), path.end(),
                      [](char c) { return c == '"' || c == '\\' || c == '$' || static_cast<unsigned char>(c) < ' '; });
}

std::string doubled_percents(const std::filesystem::path& path) {
  std::string escaped;
  for (const char c : path.string()) escaped += c == '%' ? "%%" : std::string(1, c);
  return escaped;
}

// The file is read here once more, for ssh would only say that nobody was let in.
std::optional<failure> check_file(const ssh_order& order, const std::filesystem::path& path, const char* what,
                                  const char* advice) {
  if (::access(path.c_str(), R_OK) == 0) return std::nullopt;
  return failure{failure_class::exec, label_of(order) + ": the " + what + " file '" + path.string() +
                                          "' cannot be read: " + system_text(errno) + advice};
}

std::string content_of(int file) {
  std::string text(64u << 10, '\0');
  const ssize_t got = ::pread(file, text.data(), text.size(), 0);
  text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return text;
}

std::filesystem::path from(const runner_options& options, const std::string& path) {
  return (std::filesystem::absolute(options.work_dir) / path).lexically_normal();
}

}  // namespace

std::optional<std::string> mistake_in(const ssh_order& order) {
  if (!is_host(order.host)) {
    return "'" + order.host +
           "' is no host; a name in ASCII such as 'shop.example.com' or an address is wanted, with " +
           "user and port as options";
  }
  if (!is_user(order.user)) return "'" + order.user + "' is no name of a user";
  if (order.command.empty()) return "the command is empty";
  for (const auto& path : {order.identity, order.known_hosts}) {
    if (!is_path(path)) return "a path with \", \\, $ or a control character cannot be handed to ssh: '" + path + "'";
  }
  if (order.known_hosts.empty()) return "the option 'known_hosts' is empty";
  return std::nullopt;
}

program_order ssh_program(const ssh_order& order, const runner_options& options, const std::string& log) {
  program_order program;
  program.label = label_of(order);
  program.search_path = options.own_path;
  program.environment = {std::string("PATH=") + default_search_path};
  program.timeout = order.timeout;
  program.max_output = order.max_output;
  auto& words = program.words;
  // The log holds what ssh itself says, so that it is never taken for the command's, nor the other way round.
  words = {"ssh", "-F", "/dev/null", "-E", log, "-T", "-a", "-x", "-k", "-p", std::to_string(order.port)};
  if (!order.user.empty()) words.insert(words.end(), {"-l", order.user});
  if (!order.identity.empty()) words.insert(words.end(), {"-i", doubled_percents(from(options, order.identity))});
  for (const char* option :
       {"LogLevel=ERROR", "BatchMode=yes", "StrictHostKeyChecking=yes", "GlobalKnownHostsFile=/dev/null",
        "UpdateHostKeys=no", "CheckHostIP=no", "VerifyHostKeyDNS=no", "IdentitiesOnly=yes", "IdentityAgent=none",
        "AddKeysToAgent=no", "PreferredAuthentications=publickey", "ClearAllForwardings=yes", "PermitLocalCommand=no",
        "ControlMaster=no", "ControlPath=none", "ProxyCommand=none", "CanonicalizeHostname=no", "ConnectionAttempts=1",
        "EscapeChar=none"}) {
    words.insert(words.end(), {"-o", option});
  }
  words.insert(words.end(),
               {"-o", "UserKnownHostsFile=\"" + doubled_percents(from(options, order.known_hosts)) + "\""});
  if (order.identity.empty()) words.insert(words.end(), {"-o", "IdentityFile=none"});
  if (order.timeout) {
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(*order.timeout);
    words.insert(words.end(), {"-o", "ConnectTimeout=" + std::to_string(seconds.count())});
  }
  // Without the dashes ssh would look for options once more after the host.
  words.insert(words.end(), {"--", order.host, order.command});
  return program;
}

outcome<program_end> run_ssh(runner& by, const ssh_order& order, interrupter& stop, boost::asio::yield_context yield) {
  if (const auto mistake = mistake_in(order)) return failure{failure_class::script, order.label + ": " + *mistake};
  const descriptor log(::memfd_create("ssh's log", MFD_CLOEXEC));
  if (!log) {
    return failure{failure_class::exec, label_of(order) + " could not be started: " + system_text(errno)};
  }
  // ssh closes what it inherits, but may open what is ours.
  const std::string name = "/proc/" + std::to_string(::getpid()) + "/fd/" + std::to_string(log.get());
  const auto known_hosts = from(by.options(), order.known_hosts);
  if (auto missing = check_file(order, known_hosts, "known_hosts",
                                "; ssh-keyscan writes one, whose fingerprints somebody compares")) {
    return *missing;
  }
  if (!order.identity.empty()) {
    if (auto missing = check_file(order, from(by.options(), order.identity), "identity", "")) return *missing;
  }
  auto end = by.run(ssh_program(order, by.options(), name), stop, yield);
  // 255 is ssh's own, but a command may end with it too.
  if (end && end->code == 255) {
    if (auto why = ssh_failure(order, content_of(log.get()), end->err)) return *why;
  }
  return end;
}

}  // namespace canary::process
