#include "canary/net/dial.hpp"

#include "canary/core/event.hpp"

#include <boost/asio/error.hpp>

#include <memory>
#include <optional>

namespace canary::net {
namespace {

using boost::asio::ip::tcp;
using boost::system::error_code;

failure_code code_of(const error_code& error) {
  namespace e = boost::asio::error;
  if (error == e::connection_refused) return failure_code::refused;
  if (error == e::network_unreachable || error == e::host_unreachable) return failure_code::unreachable;
  if (error == e::timed_out) return failure_code::dial_timed_out;
  if (error == e::connection_reset) return failure_code::reset;
  return failure_code::dial;
}

std::string describe(const error_code& error) {
  namespace e = boost::asio::error;
  if (error == e::connection_refused) return "refused";
  if (error == e::network_unreachable) return "failed: the network is unreachable";
  if (error == e::host_unreachable) return "failed: the host is unreachable";
  if (error == e::timed_out) return "timed out";
  if (error == e::no_descriptors) return "failed: canaryd has too many files open";
  if (error == e::connection_reset) return "was reset";
  return "failed: " + error.message();
}

// All attempts of one call. The operations of those that lost may outlast it, and keep it alive.
class race : public std::enable_shared_from_this<race> {
 public:
  race(boost::asio::any_io_executor executor, clock& time, std::vector<tcp::endpoint> endpoints)
      : done(executor), executor_(std::move(executor)), time_(time), endpoints_(std::move(endpoints)) {
    attempts_.reserve(endpoints_.size());
    if (endpoints_.size() > 1) head_start_ = time_.make_timer();
  }

  event done;
  std::optional<std::size_t> winner;
  std::vector<tcp::socket>& attempts() { return attempts_; }
  const std::vector<error_code>& errors() const { return errors_; }
  const std::vector<tcp::endpoint>& endpoints() const { return endpoints_; }

  void start_next() {
    const std::size_t place = attempts_.size();
    auto& socket = attempts_.emplace_back(executor_);
    errors_.emplace_back();
    ++running_;
    // Asio opens the socket in the endpoint's family; what goes wrong there is told of like a failed connect.
    socket.async_connect(endpoints_[place],
                         [self = shared_from_this(), place](const error_code& error) { self->ended(place, error); });
    if (attempts_.size() == endpoints_.size()) {
      // An attempt that failed may have brought this one on before its head start was over.
      if (head_start_) head_start_->cancel();
      return;
    }
    head_start_->start(time_.mono() + connection_attempt_delay, [weak = weak_from_this()] {
      const auto self = weak.lock();
      if (self && !self->over_) self->start_next();
    });
  }

  void close() {
    over_ = true;
    if (head_start_) head_start_->cancel();
    for (std::size_t i = 0; i < attempts_.size(); ++i) {
      error_code ignored;
      if (i != winner) attempts_[i].close(ignored);
    }
    done.set();
  }

 private:
  void ended(std::size_t place, const error_code& error) {
    --running_;
    if (over_) return;
    errors_[place] = error;
    if (!error) {
      winner = place;
      close();
    } else if (attempts_.size() < endpoints_.size()) {
      start_next();
    } else if (running_ == 0) {
      close();
    }
  }

  boost::asio::any_io_executor executor_;
  clock& time_;
  std::unique_ptr<timer> head_start_;
  std::vector<tcp::endpoint> endpoints_;
  std::vector<tcp::socket> attempts_;
  std::vector<error_code> errors_;
  std::size_t running_ = 0;
  bool over_ = false;
};

// '1st', '2nd', '3rd', '4th', …
std::string ordinal(std::size_t n) {
  const bool teen = n % 100 / 10 == 1;
  const char* ending = teen ? "th" : n % 10 == 1 ? "st" : n % 10 == 2 ? "nd" : n % 10 == 3 ? "rd" : "th";
  return std::to_string(n) + ending;
}

// 'connect to 10.0.0.1:443 refused (1st of 2 addresses), to [::1]:443 failed: the network is unreachable (2nd)'.
failure describe(const race& ended) {
  const auto& endpoints = ended.endpoints();
  const auto& errors = ended.errors();
  failure told{failure_class::connect, "connect", code_of(errors[0])};
  constexpr std::size_t shown = 6;
  for (std::size_t i = 0; i < endpoints.size() && i < shown; ++i) {
    told.message += (i == 0 ? " to " : ", to ") + to_text(endpoints[i]) + " " + describe(errors[i]);
    if (endpoints.size() == 1) break;
    const std::string of = i == 0 ? " of " + std::to_string(endpoints.size()) + " addresses" : "";
    told.message += " (" + ordinal(i + 1) + of + ")";
  }
  if (endpoints.size() > shown) told.message += ", …";
  for (const auto& error : errors) {
    if (code_of(error) != told.code) told.code = failure_code::dial;
  }
  return told;
}

}  // namespace

std::string to_text(const tcp::endpoint& endpoint) {
  const std::string address = endpoint.address().to_string();
  return (endpoint.address().is_v6() ? "[" + address + "]" : address) + ":" + std::to_string(endpoint.port());
}

std::vector<boost::asio::ip::address> alternate_families(const std::vector<boost::asio::ip::address>& found) {
  std::vector<boost::asio::ip::address> first, second, mixed;
  for (const auto& address : found) (address.is_v4() == found.front().is_v4() ? first : second).push_back(address);
  mixed.reserve(found.size());
  for (std::size_t i = 0; i < first.size() || i < second.size(); ++i) {
    if (i < first.size()) mixed.push_back(first[i]);
    if (i < second.size()) mixed.push_back(second[i]);
  }
  return mixed;
}

std::optional<failure> check_allowed(const address_guard& guard, const tcp::endpoint& target) {
  const ip_network* denied = guard.denies(target.address());
  if (denied == nullptr) return std::nullopt;
  return failure{failure_class::connect,
                 "connect to " + to_text(target) + " is not allowed: --deny.net has " + denied->text(),
                 failure_code::address_denied};
}

outcome<tcp::socket> dial(boost::asio::any_io_executor executor, clock& time, const address_guard& guard,
                          const std::vector<boost::asio::ip::address>& addresses, std::uint16_t port, interrupter& stop,
                          boost::asio::yield_context yield) {
  if (stop.stopped()) return stop.reason();
  std::vector<tcp::endpoint> endpoints;
  std::optional<failure> denied;
  for (const auto& address : alternate_families(addresses)) {
    const tcp::endpoint target(address, port);
    auto refused = check_allowed(guard, target);
    if (!refused) endpoints.push_back(target);
    if (!denied) denied = std::move(refused);
  }
  if (endpoints.empty()) return std::move(*denied);
  const auto attempts = std::make_shared<race>(std::move(executor), time, std::move(endpoints));
  attempts->start_next();
  {
    const interrupter::waiter hook(stop, [attempts] { attempts->close(); });
    attempts->done.wait(yield);
  }
  if (stop.stopped()) return stop.reason();
  if (!attempts->winner) return describe(*attempts);
  tcp::socket socket = std::move(attempts->attempts()[*attempts->winner]);
  error_code ignored;
  socket.set_option(tcp::no_delay(true), ignored);
  return socket;
}

}  // namespace canary::net
