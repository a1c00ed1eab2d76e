#include "canary/net/dns_query.hpp"

#include "canary/core/duration.hpp"
#include "canary/core/event.hpp"
#include "canary/net/cares_channel.hpp"
#include "canary/net/dial.hpp"

#include <charconv>
#include <optional>
#include <stdexcept>

namespace canary::net {
namespace {

namespace ip = boost::asio::ip;

failure describe(int status, const dns_question& q, const std::string& asked) {
  const std::string about = std::string(to_string(q.type)) + " of '" + q.name + "'";
  const auto dns = [](std::string message, failure_code code = failure_code::dns) {
    return failure{failure_class::dns, std::move(message), code};
  };
  switch (status) {
    case ARES_ENOTFOUND:
      return dns("there is no name '" + q.name + "', says " + asked, failure_code::no_such_host);
    case ARES_ETIMEOUT:
      return dns("no answer from " + asked + " about " + about, failure_code::name_server_silent);
    case ARES_ECONNREFUSED:
      return dns(asked + " cannot be reached to ask about " + about, failure_code::name_server_unreachable);
    case ARES_ESERVFAIL:
      return dns(asked + " failed to answer about " + about + " (SERVFAIL)");
    case ARES_EREFUSED:
      return dns(asked + " refused to answer about " + about + " (REFUSED)");
    case ARES_EBADNAME:
      return dns("'" + q.name + "' is not a name that can be looked up");
    default:
      return dns("asking " + asked + " about " + about + " failed: " + ares_strerror(status));
  }
}

struct pending_question {
  explicit pending_question(const boost::asio::any_io_executor& executor) : done(executor) {}
  event done;
  int status = ARES_ETIMEOUT;
  std::string packet;
};

}  // namespace

std::optional<ip::tcp::endpoint> parse_name_server(std::string_view text) {
  std::string_view host = text, port = "53";
  if (text.starts_with('[')) {
    const auto end = text.find(']');
    if (end == text.npos) return std::nullopt;
    host = text.substr(1, end - 1);
    if (end + 1 < text.size()) {
      if (text[end + 1] != ':') return std::nullopt;
      port = text.substr(end + 2);
    }
  } else if (const auto colon = text.find(':'); colon != text.npos && text.find(':', colon + 1) == text.npos) {
    host = text.substr(0, colon);
    port = text.substr(colon + 1);
  }
  // The system's parser stops at a NUL.
  if (host.find('\0') != host.npos) return std::nullopt;
  boost::system::error_code no_address;
  const auto address = ip::make_address(std::string(host), no_address);
  std::uint16_t number = 0;
  const auto [end, problem] = std::from_chars(port.data(), port.data() + port.size(), number);
  if (no_address || problem != std::errc{} || end != port.data() + port.size() || number == 0) return std::nullopt;
  return ip::tcp::endpoint(address, number);
}

outcome<std::vector<dns_record>> ask_name_server(boost::asio::any_io_executor executor, clock& time,
                                                 const address_guard& guard, const dns_question& question,
                                                 interrupter& stop, boost::asio::yield_context yield) {
  if (stop.stopped()) return stop.reason();
  cares_settings settings{.timeout = question.timeout / 2, .tries = 2, .as_asked = true};
  std::string asked = "the name server";
  if (!question.server.empty()) {
    const auto server = parse_name_server(question.server);
    if (!server) {
      return failure{failure_class::script, "the server '" + question.server.substr(0, 100) +
                                                "' is no address; one such as 10.0.0.53 or [::1]:5353 is wanted"};
    }
    if (auto denied = check_allowed(guard, *server)) return std::move(*denied);
    settings.servers = to_text(*server);
    asked = "name server " + settings.servers;
  }
  const std::string name = question.type == dns_type::ptr ? reverse_name(question.name) : question.name;
  if (name.empty() || name.size() > 255 || name.find('\0') != name.npos) {
    return describe(ARES_EBADNAME, question, asked);
  }

  const auto pending = std::make_shared<pending_question>(executor);
  bool late = false;
  const auto alarm = time.make_timer();
  try {
    // A channel of its own, so that nobody waits behind this question, and it ends when its asker does.
    const auto channel = cares_channel::create(executor, time, settings);
    alarm->start(time.mono() + question.timeout, [&late, pending] {
      late = true;
      pending->done.set();
    });
    channel->ask(name, static_cast<int>(question.type), [pending](int status, std::string_view packet) {
      pending->status = status;
      pending->packet = packet;
      pending->done.set();
    });
    const interrupter::waiter hook(stop, [pending] { pending->done.set(); });
    pending->done.wait(yield);
    late = late && pending->packet.empty() && pending->status == ARES_ETIMEOUT;
  } catch (const std::runtime_error& trouble) {
    return failure{failure_class::dns, trouble.what()};
  }
  if (stop.stopped()) return stop.reason();
  if (late) {
    return failure{failure_class::dns,
                   asked + " did not answer about " + std::string(to_string(question.type)) + " of '" + question.name +
                       "' within " + format_duration(question.timeout),
                   failure_code::name_server_silent};
  }
  if (pending->status == ARES_ENODATA) return std::vector<dns_record>{};
  if (pending->status != ARES_SUCCESS) return describe(pending->status, question, asked);
  return parse_dns_answer(pending->packet, question.type);
}

}  // namespace canary::net
