#pragma once
// A port of 127.0.0.1 at which nobody listens, for as long as the object lives: it is taken, and connects are refused.

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace canary::testing {

class closed_port {
 public:
  closed_port() {
    held_.open(boost::asio::ip::tcp::v4());
    held_.bind({boost::asio::ip::address_v4::loopback(), 0});
  }
  std::uint16_t port() const { return held_.local_endpoint().port(); }

 private:
  boost::asio::io_context never_run_;
  boost::asio::ip::tcp::socket held_{never_run_};
};

}  // namespace canary::testing
