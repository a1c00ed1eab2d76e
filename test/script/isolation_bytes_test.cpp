// A fork is a copy: after whatever was done in an arena, the next VM in it has the bytes of the first.

#include "canary/script/no_host.hpp"
#include "canary/script/stack.hpp"
#include "script/bundled.hpp"
#include "script/heap.hpp"
#include "support/catch.hpp"
#include "support/script_bench.hpp"

#include <duktape.h>

#include <cstring>
#include <filesystem>
#include <fstream>

using namespace canary;
using namespace canary::script;

namespace {

constexpr std::uint64_t memory = 16u << 20;

using words = std::vector<std::uint64_t>;

// What an untouched VM's memory holds.
words bytes_of(const heap_lease& lease) {
  const auto bytes = lease.context().memory.contents();
  words all(bytes.size() / sizeof(std::uint64_t));
  std::memcpy(all.data(), bytes.data(), all.size() * sizeof(std::uint64_t));
  return all;
}

std::vector<std::size_t> differing(const words& a, const words& b) {
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (a[i] != b[i]) at.push_back(i);
  }
  return at;
}

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

duk_ret_t evaluate(duk_context* ctx, void* source) {
  duk_push_string(ctx, static_cast<const std::string*>(source)->c_str());
  duk_eval(ctx);
  return 0;
}

// Executes a script in a VM of this source, which is gone afterwards. Whether all of it was executed.
bool execute(testing::script_bench& bench, heap_source& heaps, preload_set preload, std::string source) {
  bool completed = false;
  bench.in_coroutine([&](boost::asio::yield_context yield) {
    interrupter stop;
    const nanoseconds timeout = std::chrono::seconds{2};
    supervisor watch(*bench.time, bench.turns, stop, yield, bench.time->mono() + timeout, timeout);
    script::no_host host;
    const heap_lease lease = heaps.take(vm_scope::run, memory, preload);
    vm_context& vm = lease.context();
    vm.host = &host;
    vm.watch = &watch;
    watched_script watched{.watch = watch, .called = {}};
    stack_word() = &watched;
    completed = duk_safe_call(vm.heap, evaluate, &source, 0, 1) == 0;
    stack_word() = nullptr;
  });
  return completed;
}

}  // namespace

TEST_CASE("whatever a script did to a forked VM, ten thousand after it in the same arena are as the first") {
  testing::script_bench bench;
  const auto heaps = create_heap_source(true);
  REQUIRE(heaps->report().why_not == "");
  const std::filesystem::path folder = std::filesystem::path(CANARY_TEST_SCRIPTS) / "isolation";
  const std::string walk = read(folder / "walk.js");
  std::vector<std::filesystem::path> vandals;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "vandals")) vandals.push_back(entry.path());
  REQUIRE(vandals.size() > 15);

  const preload_set everything = every_preload;
  for (const preload_set preload : {preload_set{0}, everything}) {
    CAPTURE(preload);
    const std::byte* arena = nullptr;
    words first;
    // Its own random numbers, and where its context is.
    {
      const heap_lease a = heaps->take(vm_scope::run, memory, preload);
      first = bytes_of(a);
      arena = a.context().memory.base();
    }
    std::vector<std::size_t> varying;
    for (int i = 0; i < 5; ++i) {
      const heap_lease a = heaps->take(vm_scope::run, memory, preload);
      REQUIRE(a.context().memory.base() == arena);
      for (const std::size_t at : differing(first, bytes_of(a))) varying.push_back(at);
    }
    const auto address = reinterpret_cast<std::uint64_t>(&heaps->take(vm_scope::run, memory, preload).context());
    for (std::size_t i = 0; i < first.size(); ++i) {
      if (first[i] == address) varying.push_back(i);
    }
    std::sort(varying.begin(), varying.end());
    varying.erase(std::unique(varying.begin(), varying.end()), varying.end());
    CHECK(varying.size() <= 4);
    CHECK(first.size() > 10'000);

    const int after_each = 10'000 / static_cast<int>(vandals.size()) + 1;
    int compared = 0, ended_early = 0;
    for (const auto& vandal : vandals) {
      CAPTURE(vandal.filename().string());
      if (!execute(bench, *heaps, preload, read(vandal) + walk)) ++ended_early;
      for (int i = 0; i < after_each; ++i, ++compared) {
        const heap_lease a = heaps->take(vm_scope::run, memory, preload);
        REQUIRE(a.context().memory.base() == arena);
        const auto bytes = a.context().memory.contents();
        REQUIRE(bytes.size() == first.size() * sizeof(std::uint64_t));
        for (const std::size_t at : varying) std::memcpy(bytes.data() + at * 8, &first[at], sizeof(std::uint64_t));
        REQUIRE(std::memcmp(bytes.data(), first.data(), bytes.size()) == 0);
      }
    }
    CHECK(compared >= 10'000);
    CHECK(ended_early < 15);
  }
}

TEST_CASE("the bytes of a VM tell the least change to it") {
  testing::script_bench bench;
  const auto heaps = create_heap_source(true);
  bench.in_coroutine([&](boost::asio::yield_context) {
    for (const char* change : {"left = 1", "Math.max.left = 1", "Object.freeze(JSON)", "delete log.kv", "Math.random()",
                               "Object.setPrototypeOf(Math, null)", "Array.prototype.length = 1"}) {
      CAPTURE(change);
      const heap_lease lease = heaps->take(vm_scope::run, memory, 0);
      const words before = bytes_of(lease);
      std::string source = change;
      REQUIRE(duk_safe_call(lease.context().heap, evaluate, &source, 0, 0) == 0);
      CHECK(!differing(before, bytes_of(lease)).empty());
    }
  });
}
