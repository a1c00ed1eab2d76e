#include "canary/process/ssh.hpp"

#include "process/explain.hpp"

#include <algorithm>

namespace canary::process {
namespace {

bool has(std::string_view log, std::string_view part) { return log.find(part) != log.npos; }

// The line that holds `part`, without its end.
std::string line_with(std::string_view log, std::string_view part) {
  const auto at = log.find(part);
  if (at == log.npos) return {};
  const auto newline = log.rfind('\n', at);
  const auto begin = newline == log.npos ? 0 : newline + 1;
  const auto end = std::min(log.find_first_of("\r\n", at), log.size());
  return std::string(log.substr(begin, end - begin));
}

// What follows `part` in its line.
std::string after(std::string_view log, std::string_view part) {
  const std::string line = line_with(log, part);
  return line.empty() ? line : line.substr(line.find(part) + part.size());
}

std::string last_line(std::string_view log) {
  const auto last = log.find_last_not_of("\r\n");
  if (last == log.npos) return {};
  log = log.substr(0, last + 1);
  const auto newline = log.rfind('\n');
  return std::string(newline == log.npos ? log : log.substr(newline + 1));
}

std::string changed_key(std::string_view log) {
  const auto at = log.find("SHA256:");
  const std::string shown =
      at == log.npos ? "another" : std::string(log.substr(at, log.find_first_of(".\r\n", at) - at));
  const std::string place = after(line_with(log, "Offending "), " key in ");
  return "the host's key has changed: it shows " + shown + ", which is not the one" +
         (place.empty() ? " that is known" : " at " + place) +
         "; either it was set up anew, or somebody stands in its place";
}

std::string not_let_in(std::string_view log) {
  std::string why = "the user was not let in: " + line_with(log, "Permission denied (");
  if (has(log, "UNPROTECTED PRIVATE KEY FILE")) {
    why += "; the identity was not shown, for others may read its file (chmod 600 mends that)";
  } else if (const auto line = line_with(log, "Load key "); !line.empty()) {
    why += "; " + line;
  }
  return why;
}

// The number of what the system says, where it says the same to everybody.
failure_code code_of(std::string_view why) {
  if (has(why, "Name or service not known")) return failure_code::no_such_host;
  if (has(why, "Connection refused")) return failure_code::refused;
  if (has(why, "No route to host") || has(why, "unreachable")) return failure_code::unreachable;
  if (has(why, "Connection reset")) return failure_code::reset;
  if (has(why, "Broken pipe")) return failure_code::broken_pipe;
  return failure_code::none;
}

// Of 'connect to host … port …: Connection refused', the last part.
std::optional<failure> connect_failure(std::string_view log) {
  const std::string line = line_with(log, "connect to host ");
  if (line.empty()) return std::nullopt;
  const auto colon = line.rfind(": ");
  const std::string why = colon == line.npos ? line : line.substr(colon + 2);
  return failure{has(why, "timed out") ? failure_class::timeout : failure_class::connect, "connecting failed: " + why,
                 code_of(why)};
}

std::optional<failure> meaning(const ssh_order& order, std::string_view log) {
  using enum failure_class;
  if (has(log, "REMOTE HOST IDENTIFICATION HAS CHANGED")) return failure{exec, changed_key(log)};
  if (has(log, "REVOKED HOST KEY"))
    return failure{exec, "the host's key is marked as revoked in '" + order.known_hosts + "'"};
  if (has(log, "host key is known for")) {
    const std::string line = line_with(log, "host key is known for");
    const std::string type = line.starts_with("No ") ? line.substr(3, line.find(" host key") - 3) + " " : "";
    return failure{exec, "the host's key is unknown: no " + type + "key of it is in '" + order.known_hosts +
                             "'; ssh-keyscan shows the keys of a host"};
  }
  if (has(log, "Permission denied (")) return failure{exec, not_let_in(log)};
  if (has(log, "Could not resolve hostname")) {
    const std::string why = after(log, "Could not resolve hostname ");
    return failure{dns, "the name could not be resolved" + why.substr(std::min(why.find(": "), why.size())),
                   code_of(why)};
  }
  if (auto why = connect_failure(log)) return why;
  for (const char* sign : {"timed out", "Timeout, server"}) {
    if (has(log, sign)) return failure{timeout, line_with(log, sign)};
  }
  for (const char* sign : {"kex_exchange_identification", "banner exchange", "Connection closed", "Connection reset",
                           "Broken pipe", "Connection to "}) {
    if (!has(log, sign)) continue;
    const std::string line = line_with(log, sign);
    return failure{connect, "the connection broke: " + line, code_of(line)};
  }
  if (const auto line = last_line(log); !line.empty()) return failure{exec, "ssh says '" + line + "'"};
  return std::nullopt;
}

// What ssh says on stderr, before it has opened its log or after the command has had its stderr.
std::optional<failure> said_beside(std::string_view err) {
  for (const char* own : {"command-line", "Couldn't open logfile", "No user exists"}) {
    if (err.starts_with(own)) return failure{failure_class::exec, "ssh says '" + line_with(err, own) + "'"};
  }
  const std::string last = last_line(err);
  if (last.starts_with("Connection to ") && last.find(" closed by remote host.") != last.npos) {
    return failure{failure_class::connect, "the connection broke: " + last.substr(0, last.find_last_not_of("\r.") + 1)};
  }
  return std::nullopt;
}

}  // namespace

std::string label_of(const ssh_order& order) {
  const bool brackets = order.host.find(':') != order.host.npos;
  return order.label + " " + (order.user.empty() ? "" : order.user + "@") +
         (brackets ? "[" + order.host + "]" : order.host) + ":" + std::to_string(order.port);
}

std::optional<failure> ssh_failure(const ssh_order& order, std::string_view log, std::string_view err) {
  auto why = meaning(order, log);
  if (!why) why = said_beside(err);
  if (why) why->message = label_of(order) + ": " + plain(why->message);
  return why;
}

}  // namespace canary::process
