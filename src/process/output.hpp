#pragma once
// What a program writes into one of its pipes.

#include "process/descriptor.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <array>
#include <functional>
#include <memory>
#include <string>

namespace canary::process {

class output {
 public:
  output(const boost::asio::any_io_executor& loop, std::size_t most) : from_(loop), most_(most) {}

  /// Reads until the end, or until there is more than may be; `changed` is called at either. `owner` is kept alive
  /// meanwhile, and holds this.
  void begin(descriptor reader, std::shared_ptr<void> owner, std::function<void()> changed);

  bool over() const { return !from_.is_open(); }
  bool too_much() const noexcept { return too_much_; }

  /// Takes what is there at this moment, and closes.
  void finish();

  std::string text;

 private:
  void read(std::shared_ptr<void> owner);
  bool keep(std::size_t size);

  boost::asio::posix::stream_descriptor from_;
  std::size_t most_;
  bool too_much_ = false;
  std::function<void()> changed_;
  std::array<char, 16384> part_;
};

}  // namespace canary::process
