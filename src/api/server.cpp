#include "canary/api/server.hpp"

#include "canary/api/listener.hpp"

namespace canary::api {
namespace {

class http_server final : public server {
 public:
  http_server(boost::asio::ip::tcp::acceptor acceptor, std::shared_ptr<connection_context> context)
      : context_(std::move(context)), listener_(std::move(acceptor), context_) {
    context_->on.counters.observe_event_readers([readers = context_->readers.get()] {
      return metrics::event_reader_figures{readers->size(), readers->dropped()};
    });
    listener_.accept();
  }

  // Connections may outlive the server until the loop turns, and use nothing of its services meanwhile.
  ~http_server() override {
    stop();
    context_->open.abandon_all();
    context_->turns->close();
    context_->on.counters.observe_event_readers({});
    context_->readers.reset();
  }

  boost::asio::ip::tcp::endpoint endpoint() const override { return listener_.endpoint(); }

  void stop() override {
    if (std::exchange(context_->stopping, true)) return;
    listener_.close();
    context_->open.close_idle();
    context_->readers->close();
  }

  void end_streams() override { context_->readers->end_all(); }

 private:
  std::shared_ptr<connection_context> context_;
  listener listener_;
};

}  // namespace

result<std::unique_ptr<server>> start_server(boost::asio::any_io_executor executor, services on,
                                             server_options options) {
  auto acceptor = open_acceptor(executor, options);
  if (!acceptor) return acceptor.error();
  host_check hosts(options.host, options.allowed_hosts);
  static_files files(on.assets);
  auto readers = std::make_unique<event_readers>(
      on.time, on.happenings, [&tests = on.tests] { return tests.tests(); },
      event_reader_limits{.readers = options.max_event_readers, .beat = options.event_heartbeat});
  past_cache past(on.time, on.runs);
  auto turns = std::make_shared<answer_turns>(executor, on.time, on.turns);
  auto context = std::make_shared<connection_context>(connection_context{std::move(on),
                                                                         std::move(options),
                                                                         std::move(hosts),
                                                                         std::move(files),
                                                                         {},
                                                                         std::move(readers),
                                                                         std::move(past),
                                                                         std::move(turns),
                                                                         false});
  return std::unique_ptr<server>(std::make_unique<http_server>(std::move(*acceptor), std::move(context)));
}

}  // namespace canary::api
