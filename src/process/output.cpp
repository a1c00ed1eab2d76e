#include "process/output.hpp"

#include <boost/asio/buffer.hpp>

#include <algorithm>

namespace canary::process {

void output::begin(descriptor reader, std::shared_ptr<void> owner, std::function<void()> changed) {
  changed_ = std::move(changed);
  from_.assign(reader.release());
  read(std::move(owner));
}

// False where that is more than may be: the rest is not kept, and a program that writes on finds nobody.
bool output::keep(std::size_t size) {
  const std::size_t room = most_ - text.size();
  too_much_ = size > room;
  text.append(part_.data(), std::min(size, room));
  return !too_much_;
}

void output::read(std::shared_ptr<void> owner) {
  from_.async_read_some(boost::asio::buffer(part_),
                        [this, owner = std::move(owner)](const boost::system::error_code& error, std::size_t size) {
                          if (over()) return;
                          if (keep(size) && !error) return read(owner);
                          from_.close();
                          changed_();
                        });
}

void output::finish() {
  boost::system::error_code error;
  from_.non_blocking(true, error);
  while (!error && from_.is_open()) {
    const std::size_t size = from_.read_some(boost::asio::buffer(part_), error);
    if (!keep(size)) break;
  }
  from_.close(error);
}

}  // namespace canary::process
