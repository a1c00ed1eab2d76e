// The inputs that are kept of each fuzz target (test/fuzz/corpus/TARGET/), one after the other.

#include "support/catch.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace {

using target = int(const std::uint8_t*, std::size_t);

void replay(const std::string& name, target* run) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(CANARY_CORPUS "/") + name)) {
    files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  CHECK(!files.empty());
  for (const auto& file : files) {
    CAPTURE(file);
    std::ifstream in(file, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(in), {});
    // A finding ends the program, and Catch2 tells of which file.
    CHECK(run(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()) == 0);
  }
}

}  // namespace

#define REPLAY(name)             \
  extern "C" target fuzz_##name; \
  TEST_CASE("The kept inputs of fuzz target " #name " are no findings") { replay(#name, fuzz_##name); }

#include "fuzz_targets.inc"
