#include "process/execution.hpp"

#include "canary/core/byte_size.hpp"
#include "canary/core/duration.hpp"
#include "process/explain.hpp"
#include "process/order_text.hpp"

#include <boost/asio/buffer.hpp>

#include <fcntl.h>
#include <sys/socket.h>

#include <cerrno>

namespace canary::process {
namespace {

struct pipe_ends {
  descriptor reader, writer;
};

// None, with errno set, where there are no descriptors left.
std::optional<pipe_ends> make_pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return std::nullopt;
  return pipe_ends{descriptor(ends[0]), descriptor(ends[1])};
}

}  // namespace

execution::execution(const boost::asio::any_io_executor& loop, clock& time, std::shared_ptr<starter> by,
                     const runner_options& options, const program_order& order)
    : time_(time),
      starter_(std::move(by)),
      options_(options),
      order_(order),
      in_(loop),
      control_(loop),
      out_(loop, order.max_output),
      err_(loop, order.max_output),
      alarm_(time.make_timer()) {}

failure execution::failed(failure_class kind, const std::string& what) const { return {kind, order_.label + what}; }

std::optional<failure> execution::begin() {
  began_ = time_.mono();
  try {
    if (auto refused = prepare()) return refused;
  } catch (const boost::system::system_error& full) {
    return failed(failure_class::exec, " could not be started: " + error_text(full.code().value()));
  }
  if (order_.timeout) after(*order_.timeout, &execution::time_is_up);
  read_report();
  if (in_.is_open()) write_input();
  hand_over();
  return std::nullopt;
}

std::optional<failure> execution::prepare() {
  const auto refused = [this] { return failed(failure_class::exec, " could not be started: " + error_text(errno)); };
  given_.order =
      write_order({folder_of(order_, options_.work_dir), order_.search_path, order_.words, order_.environment});
  if (!given_.order) return refused();
  if (order_.input.empty()) {
    given_.in = descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    if (!given_.in) return refused();
  } else {
    auto in = make_pipe();
    if (!in) return refused();
    given_.in = std::move(in->reader);
    in_.assign(in->writer.release());
  }
  auto out = make_pipe(), err = out ? make_pipe() : std::nullopt;
  int ends[2];
  if (!err || ::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return refused();
  control_.assign(ends[0]);
  given_.control = descriptor(ends[1]);
  given_.out = std::move(out->writer);
  given_.err = std::move(err->writer);
  const auto changed = [this] { output_changed(); };
  out_.begin(std::move(out->reader), shared_from_this(), changed);
  err_.begin(std::move(err->reader), shared_from_this(), changed);
  return std::nullopt;
}

// The starter may have more orders than it has room for; then again a little later.
void execution::hand_over() {
  const int error = why_ ? 0 : starter_->send(given_);
  if (error == EAGAIN) {
    if (!retry_) retry_ = time_.make_timer();
    retry_->start(time_.mono() + std::chrono::milliseconds{2}, [weak = weak_from_this()] {
      if (const auto self = weak.lock()) self->hand_over();
    });
    return;
  }
  // What is open at the guard's side only ends with it.
  given_ = {};
  if (error != 0) why_ = failed(failure_class::exec, " could not be started: " + error_text(error));
}

void execution::write_input() {
  in_.async_write_some(boost::asio::buffer(order_.input) + written_,
                       [self = shared_from_this()](const boost::system::error_code& error, std::size_t size) {
                         self->written_ += size;
                         if (!self->in_.is_open()) return;
                         // A program need not read what it is given.
                         if (!error && self->written_ < self->order_.input.size()) return self->write_input();
                         self->in_.close();
                       });
}

void execution::read_report() {
  control_.async_read_some(boost::asio::buffer(&heard_, sizeof heard_),
                           [self = shared_from_this()](const boost::system::error_code& error, std::size_t size) {
                             if (error || size != sizeof self->heard_) return self->finish();
                             self->reported(self->heard_);
                             self->read_report();
                           });
}

void execution::reported(const report& what) {
  ended_ = true;
  alarm_->cancel();
  end_.duration = time_.mono() - began_;
  switch (what.what) {
    case report::kind::not_started:
      why_ = failed(failure_class::exec, why_not_started(order_, options_.work_dir, what));
      return;
    case report::kind::exited:
      end_.code = what.value;
      break;
    case report::kind::signalled:
      end_.signal = signal_name(what.value);
  }
  if (why_) return kill();
  after(options_.linger, &execution::kill);
  output_changed();
}

void execution::output_changed() {
  for (const auto* stream : {&out_, &err_}) {
    if (!stream->too_much()) continue;
    end_early(failed(failure_class::limit, std::string(" wrote more than ") + format_byte_size(order_.max_output) +
                                               " to " + (stream == &out_ ? "stdout" : "stderr") + ", its max_output"));
  }
  if (ended_ && out_.over() && err_.over()) kill();
}

void execution::end_early(failure why) {
  if (why_) return;
  why_ = std::move(why);
  if (ended_) return kill();
  tell(command::terminate);
  after(options_.grace, &execution::force);
}

void execution::time_is_up() {
  end_early(failed(failure_class::timeout, " took longer than its timeout of " + format_duration(*order_.timeout)));
}

void execution::force() {
  forced_ = true;
  kill();
}

void execution::tell(command what) {
  if (control_.is_open()) ::send(control_.native_handle(), &what, sizeof what, MSG_NOSIGNAL | MSG_DONTWAIT);
}

void execution::after(nanoseconds wait, void (execution::*next)()) {
  alarm_->start(time_.mono() + wait, [weak = weak_from_this(), next] {
    if (const auto self = weak.lock()) ((*self).*next)();
  });
}

// The guard has ended, and nothing of the program is left.
void execution::finish() {
  alarm_->cancel();
  given_ = {};
  boost::system::error_code ignored;
  in_.close(ignored);
  control_.close(ignored);
  out_.finish();
  err_.finish();
  if (!ended_ && !why_) why_ = failed(failure_class::exec, ": the process that watches over it has died");
  ended_ = true;
  output_changed();
  if (const auto over = std::exchange(over_, nullptr)) over();
}

void execution::abandon() {
  if (const auto over = std::exchange(over_, nullptr)) over();
  end_early({failure_class::interrupted, "nobody waits for it"});
}

outcome<program_end> execution::take() {
  if (why_) {
    if (ended_ && (end_.code || !end_.signal.empty())) {
      why_->message += forced_ ? ", and was killed as it went on after SIGTERM" : ", and was ended";
      why_->message += last_words(err_.text);
    }
    return *why_;
  }
  end_.out = std::move(out_.text);
  end_.err = std::move(err_.text);
  return std::move(end_);
}

}  // namespace canary::process
