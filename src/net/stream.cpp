#include "canary/net/stream.hpp"

#include "canary/core/duration.hpp"
#include "canary/core/printable.hpp"
#include "canary/net/call.hpp"
#include "canary/net/dial.hpp"
#include "canary/net/host_name.hpp"

#include <boost/asio/error.hpp>
#include <boost/asio/ssl/error.hpp>

#include <algorithm>

namespace canary::net {
namespace {

using boost::system::error_code;

// Ends `call` with the run, or when its time is over.
class bounded {
 public:
  bounded(clock& time, interrupter& stop, std::optional<nanoseconds> timeout, const std::string& whom)
      : stop_(stop), run_ends_(stop, [this] { on.ends.stop(stop_.reason()); }) {
    if (!timeout) return;
    alarm_ = time.make_timer();
    alarm_->start(time.mono() + *timeout, [this, whom, limit = *timeout] {
      on.ends.stop({failure_class::timeout,
                    whom + " timed out after " + format_duration(limit) + " while " + std::string(on.doing),
                    failure_code::timed_out});
    });
  }
  bounded(const bounded&) = delete;
  bounded& operator=(const bounded&) = delete;

  call on;

 private:
  interrupter& stop_;
  interrupter::waiter run_ends_;
  std::unique_ptr<timer> alarm_;
};

failure describe(const error_code& error, const connection& with, std::string_view doing) {
  if (error.category() == boost::asio::error::get_ssl_category()) return with.describe_tls(error);
  const bool closed = error == boost::asio::error::broken_pipe;
  const bool reset = closed || error == boost::asio::error::connection_reset;
  const std::string what = reset                                                ? "was reset"
                           : error == boost::asio::ssl::error::stream_truncated ? "ended within a TLS record"
                                                                                : "broke (" + error.message() + ")";
  return {failure_class::connect,
          "the connection to " + to_text(with.remote()) + " " + what + " while " + std::string(doing),
          closed  ? failure_code::broken_pipe
          : reset ? failure_code::reset
                  : failure_code::connection};
}

opened_stream failed(const stream_wish& wish, const failure& cause, const call& on) {
  if (on.ends.stopped()) return {nullptr, on.ends.reason(), nullptr};
  return {nullptr, failure{cause.kind, to_text(wish) + ": " + cause.message, cause.code}, nullptr};
}

}  // namespace

std::string to_text(const stream_wish& wish) {
  const bool v6 = wish.host.find(':') != wish.host.npos;
  return (v6 ? "[" + wish.host + "]" : wish.host) + ":" + std::to_string(wish.port);
}

opened_stream open_stream(http_client& client, stream_wish wish, interrupter& stop, boost::asio::yield_context yield) {
  if (stop.stopped()) return {nullptr, stop.reason(), nullptr};
  outcome<std::vector<boost::asio::ip::address>> addresses = addresses_without_asking(wish.host);
  if (addresses->empty()) {
    auto name = ascii_host_name(wish.host);
    if (!name) {
      // What is wrong with a name beyond ASCII stands after a colon.
      const std::string& why = name.error().message;
      return {
          nullptr,
          failure{failure_class::script, "'" + printable(wish.host, 300) + "' is neither a host name nor an address" +
                                             why.substr(std::min(why.find(": "), why.size()))},
          nullptr};
    }
    wish.host = std::move(*name);
  }
  std::shared_ptr<const tls_material> material;
  if (wish.tls) {
    auto loaded = client.tls_materials.load(*wish.tls);
    if (!loaded) return {nullptr, failure{failure_class::script, loaded.error().message}, nullptr};
    material = std::move(*loaded);
  }
  bounded limits(client.time, stop, wish.timeout, to_text(wish));
  call& on = limits.on;
  on.doing = "looking up the host";
  if (addresses->empty()) addresses = client.names->resolve(wish.host, on.names, on.ends, yield);
  if (!addresses) return failed(wish, addresses.error(), on);
  on.doing = "connecting";
  auto socket = dial(client.executor, client.time, client.guard, *addresses, wish.port, on.ends, yield);
  if (!socket) return failed(wish, socket.error(), on);
  opened_stream opened{std::make_unique<connection>(std::move(*socket)), std::nullopt, nullptr};
  if (!material) return opened;
  on.doing = "waiting for the TLS handshake";
  std::optional<failure> refused;
  {
    const interrupter::waiter hook(on.ends, [&opened] { opened.with->close(); });
    refused = opened.with->start_tls(
        client.tls, {.host = wish.host, .port = wish.port, .material = material, .http = false}, yield);
  }
  opened.tls = opened.with->tls();
  if (!refused && !on.ends.stopped()) return opened;
  auto told = failed(wish, refused.value_or(failure{}), on);
  told.tls = std::move(opened.tls);
  return told;
}

std::optional<failure> write_to(connection& with, std::string_view bytes, const stream_limits& limits,
                                boost::asio::yield_context yield) {
  if (limits.stop.stopped()) return limits.stop.reason();
  bounded bound(limits.time, limits.stop, limits.timeout, "writing to " + to_text(with.remote()));
  bound.on.doing = "sending";
  const interrupter::waiter hook(bound.on.ends, [&with] { with.close(); });
  error_code error;
  with.write(bytes, {}, yield, error);
  if (bound.on.ends.stopped()) return bound.on.ends.reason();
  if (error) return describe(error, with, bound.on.doing);
  return std::nullopt;
}

outcome<std::string> read_from(connection& with, const std::function<std::size_t(std::string_view)>& enough,
                               std::size_t most, const stream_limits& limits, boost::asio::yield_context yield) {
  if (limits.stop.stopped()) return limits.stop.reason();
  bounded bound(limits.time, limits.stop, limits.timeout, "reading from " + to_text(with.remote()));
  bound.on.doing = "waiting for the other side";
  const interrupter::waiter hook(bound.on.ends, [&with] { with.close(); });
  auto& input = with.input();
  const auto take = [&input](std::size_t size) {
    std::string taken(static_cast<const char*>(input.data().data()), size);
    input.consume(size);
    return taken;
  };
  for (;;) {
    const std::string_view come(static_cast<const char*>(input.data().data()), input.size());
    if (const std::size_t size = come.empty() ? 0 : enough(come); size > 0) return take(size);
    if (come.size() >= most) {
      return failure{failure_class::limit, "more than " + std::to_string(most) + " bytes came from " +
                                               to_text(with.remote()) + " without what was waited for"};
    }
    error_code error;
    constexpr std::size_t at_once = 65536;
    with.read(at_once, yield, error);
    if (bound.on.ends.stopped()) return bound.on.ends.reason();
    if (error == boost::asio::error::eof) return take(input.size());
    if (error) return describe(error, with, bound.on.doing);
  }
}

}  // namespace canary::net
