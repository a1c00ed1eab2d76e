#include "process/order_text.hpp"

#include "support/catch.hpp"

#include <sys/mman.h>

#include <stdexcept>

using namespace canary::process;

namespace {

start_order read(std::string_view bytes) {
  const descriptor file(::memfd_create("order", MFD_CLOEXEC));
  REQUIRE(::write(file.get(), bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()));
  return read_order(file.get());
}

}  // namespace

TEST_CASE("an order is read as it was written") {
  const start_order order{"/srv", "/bin:/usr/bin", {"ls", "", "-l"}, {"A=b", "C="}};
  const descriptor file = write_order(order);
  const start_order got = read_order(file.get());
  CHECK(got.folder == order.folder);
  CHECK(got.search_path == order.search_path);
  CHECK(got.words == order.words);
  CHECK(got.environment == order.environment);
}

TEST_CASE("an order that nobody has written is refused") {
  using namespace std::string_view_literals;
  for (const std::string_view bytes :
       {""sv, "/\0"sv, "/\0/bin\0"sv, "/\0/bin\0x\0ls\0"sv, "/\0/bin\0-1\0ls\0"sv, "/\0/bin\0001x\0ls\0"sv,
        "/\0/bin\0002\0ls\0"sv, "/\0/bin\000999999999999999999999\0ls\0"sv, "/\0/bin\0001\0ls\0A=b"sv}) {
    CAPTURE(bytes);
    CHECK_THROWS_AS(read(bytes), std::runtime_error);
  }
}
