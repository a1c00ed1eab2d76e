#include "support/name_server.hpp"

#include <boost/asio/ip/udp.hpp>

#include <array>
#include <map>

namespace canary::testing {

using boost::asio::ip::udp;

struct name_server::state {
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

name_server::name_server(boost::asio::any_io_executor executor) : state_(std::make_shared<state>(std::move(executor))) {
  receive(state_);
}

name_server::~name_server() {
  boost::system::error_code ignored;
  state_->socket.close(ignored);
}

void name_server::set(const std::string& name, std::vector<std::string> addresses) {
  state_->table[name] = std::move(addresses);
}

void name_server::on_query(std::function<void()> call) { state_->on_query = std::move(call); }

void name_server::silence(const std::string& name) { state_->silent.push_back(name); }

std::string name_server::address() const {
  return "127.0.0.1:" + std::to_string(state_->socket.local_endpoint().port());
}

int name_server::queries() const { return state_->queries; }

void name_server::receive(const std::shared_ptr<state>& s) {
  s->socket.async_receive_from(boost::asio::buffer(s->packet), s->from,
                               [s](const boost::system::error_code& error, std::size_t size) {
                                 if (error) return;
                                 ++s->queries;
                                 if (s->on_query) s->on_query();
                                 const std::string reply = answer(*s, std::string(s->packet.data(), size));
                                 boost::system::error_code ignored;
                                 if (!reply.empty()) s->socket.send_to(boost::asio::buffer(reply), s->from, 0, ignored);
                                 receive(s);
                               });
}

std::string name_server::answer(const state& s, const std::string& query) {
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

}  // namespace canary::testing
