#include "canary/script/no_host.hpp"
#include "support/catch.hpp"
#include "support/script_bench.hpp"

#include <vector>

using namespace canary;
using namespace canary::script;
using namespace std::chrono_literals;

namespace {

/// A script on virtual time, with a native function `work(ms)` that computes for so long.
struct rig {
  boost::asio::io_context loop{1};
  virtual_clock time;
  turns queue{time, 2ms};
  std::unique_ptr<vm_factory> vms = create_vm_factory();
  std::vector<hold> told;

  rig() {
    queue.watch().when_held(50ms, [this](const hold& what) { told.push_back(what); });
  }

  void run(const std::string& source, nanoseconds timeout = 10s) {
    boost::asio::spawn(
        loop, std::allocator_arg, stack_allocator(std::make_shared<stack_pool>()),
        [&](boost::asio::yield_context yield) {
          queue.wait(yield);
          interrupter stop;
          supervisor watch(time, queue, stop, yield, time.mono() + timeout, timeout,
                           std::make_shared<const std::string>("login"));
          script::no_host host;
          const auto vm = vms->make(vm_scope::run, 64u << 20, host, watch);
          vm->define("work", [this](const boost::json::array& arguments, const call_site&) {
            time.compute(std::chrono::milliseconds{arguments.at(0).to_number<int>()});
            return boost::json::value();
          });
          const auto compiled = vm->compile("login.js", source);
          REQUIRE(compiled.has_value());
          vm->execute(*compiled);
        },
        [](std::exception_ptr thrown) {
          if (thrown) std::rethrow_exception(thrown);
        });
    run_loop(loop, queue);
  }
};

}  // namespace

TEST_CASE("a script that holds the loop is told with its place") {
  struct row {
    const char* name;
    const char* source;
    const char* stack;
  };
  const row rows[] = {
      {"in the middle", "work(1);\nwork(80);\nMath.max(1);", "at global (login.js:2)"},
      {"at its end", "Math.max(1);\nwork(80);\nvar x = 1;", "at global (login.js:2)"},
      {"in a function", "function f() {\n  work(80);\n  return Math.max(1);\n}\n\nf();",
       "at f (login.js:2)\nat global (login.js:6)"},
      {"in a function that has returned", "function f() {\n  work(80);\n}\nf();\nMath.max(1);",
       "at f (login.js:2)\nat global (login.js:5)"},
      {"in a function that has returned, at the script's end", "function f() {\n  work(80);\n}\nf();",
       "at f (login.js:2)"},
      {"in a callback", "[1, 2].forEach(function each(n) {\n  work(80 * (2 - n));\n});",
       "at each (login.js:2)\nat forEach (native)\nat global (login.js:3)"},
      {"in a function that is no more", "var o = {\n  get x() { work(80); }\n};\no.x;\no = null;\nMath.max(1);",
       "soon before global (login.js:6)"},
      {"in a native function that has returned", "[3, 1].sort(\n  work.bind(null, 80)\n);", "at global (login.js:3)"},
      {"before an error", "try {\n  work(80);\n  null.x;\n} catch (e) {}\nMath.max(1);", "at global (login.js:2)"},
      {"with an accessor in place of its name",
       "function f() {\n  work(80);\n}\nObject.defineProperty(f, 'name', { get: function () { work(1000); } });\nf();",
       "at [anon] (login.js:2)"},
      {"with a text in place of its name",
       "function f() {\n  work(80);\n}\nObject.defineProperty(f, 'name', { value: 'g' });\nf();", "at g (login.js:2)"},
  };
  for (const row& r : rows) {
    CAPTURE(r.name);
    rig on;
    on.run(r.source);
    REQUIRE(on.told.size() == 1);
    CHECK(*on.told[0].test == "login");
    CHECK(on.told[0].lasted >= 80ms);
    CHECK(on.told[0].lasted < 82ms);
    CHECK(on.told[0].stack == r.stack);
  }
}

TEST_CASE("a script that gives way in time is not told") {
  rig on;
  on.run("for (var i = 0; i < 100; ++i) work(2);");
  CHECK(on.told.empty());
  CHECK(on.queue.watch().take_longest() < 50ms);
}

TEST_CASE("each hold of a script is told, with the place of that one") {
  rig on;
  on.run("work(60);\nwork(1);\n\nwork(70);\nwork(1);");
  REQUIRE(on.told.size() == 2);
  CHECK(on.told[0].stack == "at global (login.js:1)");
  CHECK(on.told[1].stack == "at global (login.js:4)");
}

TEST_CASE("a script that holds the loop past its deadline is told, too") {
  rig on;
  on.run("work(80);\nMath.max(1);", 70ms);
  REQUIRE(on.told.size() == 1);
  CHECK(on.told[0].stack == "at global (login.js:1)");
}
