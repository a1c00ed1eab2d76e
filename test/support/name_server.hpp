#pragma once
// A DNS server on a free loopback port: a table of names, on the test's own loop.

#include <boost/asio/any_io_executor.hpp>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace canary::testing {

/// Answers A and AAAA queries over UDP (RFC 1035). A name that is not in the table does not exist; what `silent` names
/// gets no answer at all.
class name_server {
 public:
  explicit name_server(boost::asio::any_io_executor executor);
  ~name_server();

  void set(const std::string& name, std::vector<std::string> addresses);
  /// Is called before each answer.
  void on_query(std::function<void()> call);
  void silence(const std::string& name);

  /// 'address:port', as http_client_options::name_servers takes it.
  std::string address() const;

  /// How many queries have come.
  int queries() const;

 private:
  struct state;

  static void receive(const std::shared_ptr<state>& s);
  static std::string answer(const state& s, const std::string& query);

  std::shared_ptr<state> state_;
};

}  // namespace canary::testing
