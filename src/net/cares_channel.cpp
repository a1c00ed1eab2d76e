#include "canary/net/cares_channel.hpp"

#include <boost/asio/posix/stream_descriptor.hpp>

#include <netinet/in.h>
#include <sys/time.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <stdexcept>

namespace canary::net {

struct cares_channel::watch {
  watch(const boost::asio::any_io_executor& executor, ares_socket_t socket) : descriptor(executor, socket) {}
  boost::asio::posix::stream_descriptor descriptor;  // borrowed: c-ares closes it
  bool read_wanted = false, write_wanted = false;
  bool read_pending = false, write_pending = false;
};

struct cares_channel::request {
  cares_channel* owner;
  answer on_answer;
};

struct cares_channel::raw_request {
  cares_channel* owner;
  raw_answer on_answer;
};

cares_channel::cares_channel(boost::asio::any_io_executor executor, clock& time)
    : executor_(std::move(executor)), time_(time), timer_(time.make_timer()) {}

std::shared_ptr<cares_channel> cares_channel::create(boost::asio::any_io_executor executor, clock& time,
                                                     const cares_settings& settings) {
  const auto must = [](int status) {
    if (status != ARES_SUCCESS) throw std::runtime_error(std::string("c-ares cannot start: ") + ares_strerror(status));
  };
  must(ares_library_init(ARES_LIB_INIT_ALL));
  std::shared_ptr<cares_channel> made(new cares_channel(std::move(executor), time));
  ares_options options{};
  options.sock_state_cb = &on_socket_state;
  options.sock_state_cb_data = made.get();
  int given = ARES_OPT_SOCK_STATE_CB;
  if (settings.timeout > nanoseconds{0}) {
    const auto ms = std::chrono::ceil<std::chrono::milliseconds>(settings.timeout);
    options.timeout = static_cast<int>(std::min(ms, std::chrono::milliseconds{86'400'000}).count());
    given |= ARES_OPT_TIMEOUTMS;
  }
  if (settings.tries > 0) {
    options.tries = settings.tries;
    given |= ARES_OPT_TRIES;
  }
  if (settings.as_asked) {
    options.flags = ARES_FLAG_NOSEARCH | ARES_FLAG_NOALIASES | ARES_FLAG_NOCHECKRESP;
    given |= ARES_OPT_FLAGS;
  }
  must(ares_init_options(&made->channel_, &options, given));
  if (!settings.servers.empty()) must(ares_set_servers_ports_csv(made->channel_, settings.servers.c_str()));
  return made;
}

cares_channel::~cares_channel() {
  if (channel_ != nullptr) ares_destroy(channel_);  // answers what is pending with ARES_EDESTRUCTION
  ares_library_cleanup();
}

void cares_channel::query(const std::string& host, answer on_answer) {
  ares_addrinfo_hints hints{};
  hints.ai_family = AF_UNSPEC;
  hints.ai_socktype = SOCK_STREAM;
  ++pending_;
  ares_getaddrinfo(channel_, host.c_str(), nullptr, &hints, &cares_channel::on_answer,
                   new request{this, std::move(on_answer)});
  arm_timer();
}

void cares_channel::ask(const std::string& name, int type, raw_answer on_answer) {
  constexpr int internet = 1;
  ++pending_;
  ares_query(channel_, name.c_str(), internet, type, &cares_channel::on_raw_answer,
             new raw_request{this, std::move(on_answer)});
  arm_timer();
}

void cares_channel::on_raw_answer(void* argument, int status, int, unsigned char* packet, int size) {
  const std::unique_ptr<raw_request> asked(static_cast<raw_request*>(argument));
  --asked->owner->pending_;
  asked->on_answer(status, {reinterpret_cast<const char*>(packet), packet ? static_cast<std::size_t>(size) : 0});
}

void cares_channel::on_answer(void* argument, int status, int, ares_addrinfo* found) {
  const std::unique_ptr<request> asked(static_cast<request*>(argument));
  const std::unique_ptr<ares_addrinfo, void (*)(ares_addrinfo*)> owned(found, &ares_freeaddrinfo);
  found_addresses all;
  auto& addresses = all.addresses;
  int ttl = std::numeric_limits<int>::max();
  for (const ares_addrinfo_cname* alias = found ? found->cnames : nullptr; alias != nullptr; alias = alias->next) {
    ttl = std::min(ttl, alias->ttl);
  }
  for (const ares_addrinfo_node* node = found ? found->nodes : nullptr; node != nullptr; node = node->ai_next) {
    ttl = std::min(ttl, node->ai_ttl);
    if (node->ai_family == AF_INET) {
      const auto* v4 = reinterpret_cast<const sockaddr_in*>(node->ai_addr);
      addresses.push_back(boost::asio::ip::address_v4(ntohl(v4->sin_addr.s_addr)));
    } else if (node->ai_family == AF_INET6) {
      const auto* v6 = reinterpret_cast<const sockaddr_in6*>(node->ai_addr);
      boost::asio::ip::address_v6::bytes_type bytes;
      std::memcpy(bytes.data(), &v6->sin6_addr, bytes.size());
      addresses.push_back(boost::asio::ip::address_v6(bytes, v6->sin6_scope_id));
    }
  }
  --asked->owner->pending_;
  if (!addresses.empty()) all.ttl = std::chrono::seconds{std::max(ttl, 0)};
  asked->on_answer(status, std::move(all));
}

// c-ares says so before it closes a socket, which is when the loop has to let go of it.
void cares_channel::on_socket_state(void* argument, ares_socket_t socket, int readable, int writable) {
  auto& self = *static_cast<cares_channel*>(argument);
  auto found = self.watches_.find(socket);
  if (readable == 0 && writable == 0) {
    if (found == self.watches_.end()) return;
    found->second->descriptor.release();
    self.watches_.erase(found);
    return;
  }
  if (found == self.watches_.end()) {
    found = self.watches_.emplace(socket, std::make_shared<watch>(self.executor_, socket)).first;
  }
  found->second->read_wanted = readable != 0;
  found->second->write_wanted = writable != 0;
  self.arm(found->second);
}

void cares_channel::arm(const std::shared_ptr<watch>& watched) {
  if (watched->read_wanted && !watched->read_pending) wait_for(watched, false);
  if (watched->write_wanted && !watched->write_pending) wait_for(watched, true);
}

void cares_channel::wait_for(const std::shared_ptr<watch>& watched, bool writing) {
  (writing ? watched->write_pending : watched->read_pending) = true;
  watched->descriptor.async_wait(
      writing ? boost::asio::posix::stream_descriptor::wait_write : boost::asio::posix::stream_descriptor::wait_read,
      // The channel may be gone by then, and so may the socket, with another one in its number's place.
      [weak = weak_from_this(), watched, writing](const boost::system::error_code& error) {
        (writing ? watched->write_pending : watched->read_pending) = false;
        const auto self = weak.lock();
        if (error || !self || !watched->descriptor.is_open()) return;
        if (writing ? watched->write_wanted : watched->read_wanted) {
          const ares_socket_t socket = watched->descriptor.native_handle();
          ares_process_fd(self->channel_, writing ? ARES_SOCKET_BAD : socket, writing ? socket : ARES_SOCKET_BAD);
        }
        if (watched->descriptor.is_open()) self->arm(watched);
        self->arm_timer();
      });
}

void cares_channel::arm_timer() {
  timeval longest{};
  const timeval* next = ares_timeout(channel_, nullptr, &longest);
  if (next == nullptr || pending_ == 0) return timer_->cancel();
  const auto wait = std::chrono::seconds(next->tv_sec) + std::chrono::microseconds(next->tv_usec);
  timer_->start(time_.mono() + wait, [weak = weak_from_this()] {
    const auto self = weak.lock();
    if (!self) return;
    ares_process_fd(self->channel_, ARES_SOCKET_BAD, ARES_SOCKET_BAD);
    self->arm_timer();
  });
}

}  // namespace canary::net
