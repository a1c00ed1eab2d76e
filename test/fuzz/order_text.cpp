// What the starter of programs reads out of a file in memory.

#include "process/order_text.hpp"

#include "fuzz/fuzz.hpp"

#include <sys/mman.h>

#include <stdexcept>

namespace {

canary::process::start_order read(int file) { return canary::process::read_order(file); }

bool same(const canary::process::start_order& a, const canary::process::start_order& b) {
  return a.folder == b.folder && a.search_path == b.search_path && a.words == b.words && a.environment == b.environment;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace process = canary::process;
  const process::descriptor file(::memfd_create("input", MFD_CLOEXEC));
  MUST_HOLD(file && ::write(file.get(), data, size) == static_cast<ssize_t>(size));
  try {
    const process::start_order order = read(file.get());
    MUST_HOLD(order.words.size() + order.environment.size() <= size);
    const process::descriptor written = process::write_order(order);
    MUST_HOLD(written && same(read(written.get()), order));
  } catch (const std::runtime_error&) {
  }
  return 0;
}
