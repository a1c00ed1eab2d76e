// What one script does to its VM, the next do not find: everything that can be reached from the global object is as it
// was in the first VM, in those that come after in the same arena.

#include "run/script_case.hpp"
#include "support/catch.hpp"
#include "support/script_bench.hpp"
#include "support/vm_kinds.hpp"

#include <boost/asio/ip/tcp.hpp>

#include <algorithm>
#include <cstdlib>

using namespace canary;
using namespace canary::testing;
namespace asio = boost::asio::ip;

namespace {

constexpr std::uint64_t memory = 16u << 20;

std::string file(const std::string& name) { return read_script("isolation/" + name); }

// Everything that a script finds, told by a script. The first line that differs is what matters: `first_change` shows
// that and no more.
std::string told(const run::run_result& result) {
  if (result.record.status != run_status::passed) return "the probe failed: " + result.record.cause.message;
  return result.details.logs.empty() ? "the probe said nothing" : result.details.logs.back().message;
}

std::string first_change(const std::string& clean, const std::string& now) {
  if (clean == now) return "";
  const auto at = std::mismatch(clean.begin(), clean.end(), now.begin(), now.end());
  const auto around = [](const std::string& text, std::ptrdiff_t offset) {
    return text.substr(static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset - 100, 0)), 200);
  };
  return "was: " + around(clean, at.first - clean.begin()) + "\nis:  " + around(now, at.second - now.begin());
}

struct world {
  explicit world(const vm_kind& kind) : bench(kind.fork) {
    probe = bench.make_test(file("probe.js"), std::chrono::seconds{20}, memory);
    clean = told(bench.run(probe));
  }
  std::string probed() { return told(bench.run(probe)); }
  // In the VM that `source` was executed in.
  std::string probed_after(const std::string& source) {
    return told(bench.run(source + "\n;" + file("probe.js"), std::chrono::seconds{20}, memory));
  }

  script_bench bench;
  std::shared_ptr<const test> probe;
  std::string clean;
};

}  // namespace

TEST_CASE("nothing that a hostile script leaves is found in the VMs that come after", "[isolation]") {
  // A look takes longer than a VM, so there are few; test/script/isolation_bytes_test.cpp compares ten thousand forks,
  // and CANARY_ISOLATION_VMS says how many are to be looked at after each script.
  const char* wanted = std::getenv("CANARY_ISOLATION_VMS");
  const int vms_after_each = wanted != nullptr ? std::atoi(wanted) : 6;
  for (const auto& kind : usual_vm_kinds) {
    CAPTURE(kind.name);
    world w(kind);
    REQUIRE(w.clean.size() > 20'000);
    // Connections are made by the system, and nobody takes them.
    const asio::tcp::acceptor silent(w.bench.loop, {asio::address_v4::loopback(), 0});
    const std::string target = "http://127.0.0.1:" + std::to_string(silent.local_endpoint().port());
    for (auto vandal : read_cases("isolation/vandals")) {
      CAPTURE(vandal.name);
      vandal.source += file("walk.js");
      if (const auto at = vandal.source.find("__TARGET__"); at != vandal.source.npos) {
        vandal.source.replace(at, 10, target);
      }
      const auto result = w.bench.run(vandal.source, vandal.timeout, memory, vandal.name);
      for (const auto& difference : differences(vandal, result)) FAIL_CHECK(difference);
      for (int i = 0; i < vms_after_each; ++i) REQUIRE(first_change(w.clean, w.probed()) == "");
    }
  }
}

TEST_CASE("the scripts that are to harm do harm: a look into their own VM finds it", "[isolation]") {
  world w(usual_vm_kinds.back());
  for (const char* name : {"attributes", "adds", "freezes", "globals", "modules"}) {
    CAPTURE(name);
    std::string source = file("vandals/" + std::string(name) + ".js") + file("walk.js");
    if (const auto at = source.find("try { log.fail"); at != source.npos) source.resize(at);
    CHECK(first_change(w.clean, w.probed_after(source)) != "");
  }
}

TEST_CASE("a single change to a VM is found by the look into it", "[isolation]") {
  const char* const changes[] = {
      "left = 1",
      "var left",
      "function left() {}",
      "Object.prototype.left = 1",
      "Object.defineProperty(Object.prototype, 'left', {})",
      "delete Array.prototype.push",
      "Array.prototype.push = Array.prototype.pop",
      "Array.prototype.push = function push(a) {}",
      "Array.prototype.push = Array.prototype.push.bind()",
      "Array.prototype[0] = undefined",
      "Array.prototype.length = 1",
      "Object.defineProperty(Array, 'isArray', { writable: false })",
      "Object.defineProperty(Math, 'max', { enumerable: true })",
      "Object.defineProperty(JSON, 'parse', { configurable: false })",
      "Object.defineProperty(Math.max, 'length', { value: 3 })",
      "Object.defineProperty(Math.max, 'name', { value: 'min' })",
      "Math.max.left = -0",
      "Object.preventExtensions(Reflect)",
      "Object.freeze(Object.prototype.toString)",
      "Object.setPrototypeOf(Math, null)",
      "Object.setPrototypeOf(Array.prototype, {})",
      "Object.setPrototypeOf(Date, Object.prototype)",
      "Object.setPrototypeOf(globalThis, Array.prototype)",
      "Date.prototype.constructor = Object",
      "var d = Object.getOwnPropertyDescriptor(RegExp.prototype, 'source'); "
      "Object.defineProperty(RegExp.prototype, 'source', { get: function () { return d.get.call(this); } }); d = 1",
      "Error.prototype.message = ' '",
      "RegExp.prototype.lastIndex = 1",
      "Symbol.prototype.left = 1",
      "Uint8Array.prototype[Symbol('left')] = 1",
      "Object.getPrototypeOf(Uint8Array.prototype).left = 1",
      "TextDecoder.prototype.decode = TextEncoder.prototype.encode",
      "log.info = log.info.bind(log)",
      "log.left = 1",
      "delete console.warn",
      "std.time.now = std.os.getenv",
      "std.do = {}",
      "http.do.left = 1",
      "Object.freeze(http)",
      "_ = 5",
      "_ = _",
      "test = {}",
      "var o = Object.getOwnPropertyNames(Math); var max = Math.max; delete Math.max; Math.max = max",
      "parseInt = parseFloat",
      "delete globalThis.escape",
      "Proxy = new Proxy(Proxy, {})",
      "eval = (0, eval)('eval'); eval.left = 1",
  };
  world w(usual_vm_kinds.back());
  CHECK(first_change(w.clean, w.probed_after("")) == "");
  for (const char* change : changes) {
    CAPTURE(change);
    CHECK(first_change(w.clean, w.probed_after(change)) != "");
  }
  CHECK(first_change(w.clean, w.probed()) == "");
}
