#include "canary/core/small_file.hpp"

#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

#include <sys/stat.h>

using namespace canary;

TEST_CASE("a small file is read whole, whatever bytes it has") {
  const testing::temporary_folder folder;
  for (const std::string& bytes : {std::string(), std::string("a\0b\r\n\xff", 6), std::string(100'000, 'x')}) {
    folder.write("some", bytes);
    CHECK(read_small_file(folder.path() / "some", 100'000).value() == bytes);
  }
}

TEST_CASE("what is no small file is told of by its name") {
  const testing::temporary_folder folder;
  const auto file = folder.path() / "some";
  const auto says = [&] { return read_small_file(file, 1024).error().message; };
  CHECK(says() == "there is no file " + file.string());
  folder.write("some", std::string(1025, 'x'));
  CHECK(says() == file.string() + " is larger than 1KiB");
  std::filesystem::remove(file);
  REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
  CHECK(says() == file.string() + " is no regular file");
  std::filesystem::remove(file);
  std::filesystem::create_directory(file);
  CHECK(says() == file.string() + " is no regular file");
}
