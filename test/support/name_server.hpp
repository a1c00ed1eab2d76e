#pragma once
// A DNS server on a free loopback port: a table of names, on the test's own loop.

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/ip/udp.hpp>

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace canary::testing {

/// Answers A and AAAA queries over UDP (RFC 1035). A name that is not in the table does not exist; what `silent` names
/// gets no answer at all.
class name_server {
 public:
  explicit name_server(boost::asio::any_io_executor executor) : state_(std::make_shared<state>(std::move(executor))) {
    receive(state_);
  }
  ~name_server() {
    boost::system::error_code ignored;
    state_->socket.close(ignored);
  }

  void set(const std::string& name, std::vector<std::string> addresses) { state_->table[name] = std::move(addresses); }
  /// Is called before each answer.
  void on_query(std::function<void()> call) { state_->on_query = std::move(call); }
  void silence(const std::string& name) { state_->silent.push_back(name); }

  /// 'address:port', as http_client_options::name_servers takes it.
  std::string address() const { return "127.0.0.1:" + std::to_string(state_->socket.local_endpoint().port()); }

  /// How many queries have come.
  int queries() const { return state_->queries; }

 private:
  using udp = boost::asio::ip::udp;
  struct state {
    explicit state(boost::asio::any_io_executor executor)
        : socket(executor, udp::endpoint(boost::asio::ip::address_v4::loopback(), 0)) {}
    udp::socket socket;
    udp::endpoint from;
    std::array<char, 1024> packet{};
    std::map<std::string, std::vector<std::string>> table;
    std::vector<std::string> silent;
    int queries = 0;
    std::function<void()> on_query;
  };

  static void receive(const std::shared_ptr<state>& s) {
    s->socket.async_receive_from(boost::asio::buffer(s->packet), s->from,
                                 [s](const boost::system::error_code& error, std::size_t size) {
                                   if (error) return;
                                   ++s->queries;
                                   if (s->on_query) s->on_query();
                                   const std::string reply = answer(*s, std::string(s->packet.data(), size));
                                   boost::system::error_code ignored;
                                   if (!reply.empty())
                                     s->socket.send_to(boost::asio::buffer(reply), s->from, 0, ignored);
                                   receive(s);
                                 });
  }

  static std::string answer(const state& s, const std::string& query) {
    std::string name;
    std::size_t at = 12;
    while (at < query.size() && query[at] != 0) {
      const auto length = static_cast<unsigned char>(query[at]);
      name += (name.empty() ? "" : ".") + query.substr(at + 1, length);
      at += length + 1u;
    }
    const std::string question = query.substr(12, at + 5 - 12);
    const bool v6 = query.at(at + 2) == 28;
    for (const auto& one : s.silent) {
      if (one == name) return {};
    }
    const auto found = s.table.find(name);
    std::string records;
    int count = 0;
    if (found != s.table.end()) {
      for (const auto& text : found->second) {
        const auto address = boost::asio::ip::make_address(text);
        if (address.is_v6() != v6) continue;
        ++count;
        records += std::string("\xc0\x0c\0", 3) + (v6 ? '\x1c' : '\x01') + std::string("\0\x01\0\0\0\x3c\0", 7);
        if (v6) {
          const auto bytes = address.to_v6().to_bytes();
          records += '\x10' + std::string(bytes.begin(), bytes.end());
        } else {
          const auto bytes = address.to_v4().to_bytes();
          records += '\x04' + std::string(bytes.begin(), bytes.end());
        }
      }
    }
    const char code = found == s.table.end() ? '\x83' : '\x80';  // NXDOMAIN, or no error
    return query.substr(0, 2) + '\x81' + code + std::string("\0\x01\0", 3) + static_cast<char>(count) +
           std::string("\0\0\0\0", 4) + question + records;
  }

  std::shared_ptr<state> state_;
};

}  // namespace canary::testing
