#include "bench/beast_client.hpp"

#include "bench/machine.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <deque>
#include <optional>
#include <stdexcept>

namespace canary::bench {
namespace {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using boost::system::error_code;

// What the connections have in common.
struct tally {
  std::uint64_t answered = 0;
  bool over = false;
  std::string problem;
};

class asker {
 public:
  asker(asio::io_context& loop, tally& all, const std::string& host) : socket_(loop), all_(all) {
    request_.method(http::verb::get);
    request_.target("/");
    request_.version(11);
    request_.set(http::field::host, host);
    request_.set(http::field::user_agent, "canaryd");
  }

  void start(const tcp::endpoint& server) {
    socket_.async_connect(server, [this](const error_code& error) {
      if (failed(error)) return;
      error_code ignored;
      socket_.set_option(tcp::no_delay(true), ignored);
      ask();
    });
  }

 private:
  bool failed(const error_code& error) {
    if (error) all_.problem = error.message();
    return bool(error);
  }

  void ask() {
    if (all_.over) return socket_.close();
    http::async_write(socket_, request_, [this](const error_code& error, std::size_t) {
      if (failed(error)) return;
      response_.emplace();
      http::async_read(socket_, input_, *response_, [this](const error_code& trouble, std::size_t) {
        if (failed(trouble)) return;
        if (response_->result() != http::status::ok) all_.problem = "the server answers something else";
        ++all_.answered;
        ask();
      });
    });
  }

  tcp::socket socket_;
  tally& all_;
  http::request<http::empty_body> request_;
  std::optional<http::response<http::string_body>> response_;
  boost::beast::flat_buffer input_;
};

}  // namespace

client_figures run_beast(const std::string& url, nanoseconds how_long) {
  constexpr std::string_view scheme = "http://";
  const std::string host = url.substr(scheme.size(), url.find('/', scheme.size()) - scheme.size());
  const auto colon = host.find(':');
  const tcp::endpoint server(asio::ip::make_address_v4(host.substr(0, colon)),
                             static_cast<std::uint16_t>(std::stoi(host.substr(colon + 1))));
  asio::io_context loop(1);
  tally all;
  std::deque<asker> askers;
  constexpr std::size_t connections = 64;
  while (askers.size() < connections) askers.emplace_back(loop, all, host).start(server);
  const auto cpu_before = cpu_time();
  loop.run_for(how_long);
  const auto cpu = cpu_time() - cpu_before;
  const auto answered = static_cast<double>(all.answered);
  all.over = true;
  loop.run();
  if (!all.problem.empty() || answered == 0) throw std::runtime_error("Beast's client: " + all.problem);
  return {answered * 1e9 / static_cast<double>(how_long.count()), static_cast<double>(cpu.count()) / 1e3 / answered};
}

}  // namespace canary::bench
