#include "canary/net/resolver.hpp"

#include "canary/core/event.hpp"
#include "canary/net/cares_channel.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <tuple>
#include <unordered_map>

namespace canary::net {
namespace {

using addresses = std::vector<boost::asio::ip::address>;

bool is_localhost(std::string_view host) {
  if (host.ends_with('.')) host.remove_suffix(1);
  return host == "localhost" || host.ends_with(".localhost");
}

failure describe(const std::string& host, int status) {
  const auto dns = [](std::string message, failure_code code = failure_code::dns) {
    return failure{failure_class::dns, std::move(message), code};
  };
  switch (status) {
    case ARES_ENOTFOUND:
      return dns("no such host '" + host + "'", failure_code::no_such_host);
    case ARES_SUCCESS:
    case ARES_ENODATA:
      return dns("host '" + host + "' has no address", failure_code::no_such_host);
    case ARES_ETIMEOUT:
      return dns("no name server answered for host '" + host + "'", failure_code::name_server_silent);
    case ARES_ECONNREFUSED:
      return dns("no name server could be reached, or none had an answer, for host '" + host + "'",
                 failure_code::name_server_unreachable);
    case ARES_EBADNAME:
      return dns("'" + host + "' is not a host name");
    default:
      return dns("looking up host '" + host + "' failed: " + ares_strerror(status));
  }
}

// What tells one state of /etc/resolv.conf from another.
using file_state = std::tuple<ino_t, off_t, time_t, long>;

file_state state_of(const char* path) {
  struct stat found {};
  if (::stat(path, &found) != 0) return {};
  return {found.st_ino, found.st_size, found.st_mtim.tv_sec, found.st_mtim.tv_nsec};
}

class cares_resolver final : public resolver {
 public:
  cares_resolver(boost::asio::any_io_executor executor, clock& time, resolver_options options)
      : executor_(std::move(executor)), time_(time), options_(std::move(options)) {}

  outcome<addresses> resolve(const std::string& host, name_cache cache, interrupter& stop,
                             boost::asio::yield_context yield) override {
    if (auto known = addresses_without_asking(host); !known.empty()) return known;
    if (stop.stopped()) return stop.reason();
    if (cache == name_cache::used) {
      if (const auto* kept = remembered(host)) return *kept;
    }
    if (auto trouble = open_channel()) return std::move(*trouble);

    // Shared with the query, which may outlast this call.
    const auto pending = std::make_shared<look_up>(executor_);
    channel_->query(host, [pending](int status, found_addresses found) {
      pending->status = status;
      pending->found = std::move(found);
      pending->done.set();
    });
    {
      const interrupter::waiter hook(stop, [pending] { pending->done.set(); });
      pending->done.wait(yield);
    }
    if (stop.stopped()) return stop.reason();
    auto& found = pending->found;
    if (pending->status != ARES_SUCCESS || found.addresses.empty()) return describe(host, pending->status);
    if (cache == name_cache::used) remember(host, found);
    return std::move(found.addresses);
  }

 private:
  struct look_up {
    explicit look_up(const boost::asio::any_io_executor& executor) : done(executor) {}
    event done;
    int status = ARES_SUCCESS;
    found_addresses found;
  };

  struct cached {
    addresses found;
    mono_time until;
  };

  const addresses* remembered(const std::string& host) {
    const auto kept = cache_.find(host);
    if (kept == cache_.end()) return nullptr;
    if (time_.mono() < kept->second.until) return &kept->second.found;
    cache_.erase(kept);
    return nullptr;
  }

  void remember(const std::string& host, const found_addresses& found) {
    if (found.ttl <= std::chrono::seconds{0}) return;
    const mono_time now = time_.mono();
    if (cache_.size() >= most_cached_names) {
      std::erase_if(cache_, [now](const auto& entry) { return entry.second.until <= now; });
    }
    if (cache_.size() >= most_cached_names) cache_.erase(cache_.begin());
    cache_[host] = {found.addresses, now + std::min<nanoseconds>(found.ttl, longest_cached)};
  }

  // A machine that moves to another network gets another /etc/resolv.conf, which c-ares 1.18 reads only once.
  std::optional<failure> open_channel() {
    std::erase_if(retired_, [](const auto& channel) { return channel->pending() == 0; });
    const auto now = state_of("/etc/resolv.conf");
    if (channel_ && now == configuration_) return std::nullopt;
    std::shared_ptr<cares_channel> fresh;
    std::string why;
    try {
      fresh = cares_channel::create(executor_, time_, {.servers = options_.servers});
    } catch (const std::runtime_error& error) {
      why = error.what();
    }
    if (!fresh) return failure{failure_class::dns, why};
    if (channel_) retired_.push_back(std::move(channel_));
    channel_ = std::move(fresh);
    cache_.clear();
    configuration_ = now;
    return std::nullopt;
  }

  boost::asio::any_io_executor executor_;
  clock& time_;
  resolver_options options_;
  file_state configuration_;
  std::shared_ptr<cares_channel> channel_;
  std::unordered_map<std::string, cached> cache_;
  std::vector<std::shared_ptr<cares_channel>> retired_;  // with queries still on their way
};

}  // namespace

addresses addresses_without_asking(std::string_view host) {
  boost::system::error_code not_an_address;
  const auto literal = boost::asio::ip::make_address(std::string(host), not_an_address);
  if (!not_an_address) return {literal};
  if (!is_localhost(host)) return {};
  return {boost::asio::ip::address_v4::loopback(), boost::asio::ip::address_v6::loopback()};
}

std::unique_ptr<resolver> create_resolver(boost::asio::any_io_executor executor, clock& time,
                                          resolver_options options) {
  return std::make_unique<cares_resolver>(std::move(executor), time, std::move(options));
}

}  // namespace canary::net
