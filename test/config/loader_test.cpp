#include "config/loader_rig.hpp"
#include "support/catch.hpp"

using namespace canary;
using namespace canary::testing;
using namespace std::chrono_literals;

namespace {

std::vector<std::string> names(const config::configuration& c) {
  std::vector<std::string> all;
  for (const auto& t : c.tests) all.push_back(t->name);
  return all;
}

}  // namespace

TEST_CASE("a configuration registers its tests in order, with everything that it says of them") {
  loader_rig rig;
  rig.folder.write("scripts/login.js", "console.log('login')\n");
  const auto loaded = rig.load(
      "settings({ name: 'Shop' });\n"
      "register_test({ name: 'login', frequency: '1m30s', timeout: '250ms' }, file('scripts/login.js'));\n"
      "register_test({\n"
      "  name: 'inline / with spaces',\n"
      "  frequency: '1h', timeout: '1.5s', concurrency: 'replace', paused: true, memory_limit: '8MiB'\n"
      "}, 'console.log(1)');\n");
  CAPTURE(loaded ? "" : loaded.error().message);
  REQUIRE(loaded.has_value());
  CHECK(loaded->name == "Shop");
  CHECK(loaded->file == "config.js");
  REQUIRE(names(*loaded) == std::vector<std::string>{"login", "inline / with spaces"});
  const test& login = *loaded->tests[0];
  CHECK(login.frequency == 90s);
  CHECK(login.timeout == 250ms);
  CHECK(login.concurrency == concurrency_policy::forbid);
  CHECK(!login.paused);
  CHECK(login.memory_limit == 64u << 20);
  CHECK(login.path == "scripts/login.js");
  CHECK(login.source == "console.log('login')\n");
  CHECK(login.config_file == "config.js");
  CHECK(login.config_line == 2);
  REQUIRE(login.code);
  CHECK(login.code->file == "scripts/login.js");
  const test& inline_text = *loaded->tests[1];
  CHECK(inline_text.frequency == 1h);
  CHECK(inline_text.timeout == 1500ms);
  CHECK(inline_text.concurrency == concurrency_policy::replace);
  CHECK(inline_text.paused);
  CHECK(inline_text.memory_limit == 8u << 20);
  CHECK(inline_text.path.empty());
  CHECK(inline_text.source == "console.log(1)");
}

TEST_CASE("defaults stand in for what a test does not say") {
  loader_rig rig;
  rig.options.default_memory_limit = 32u << 20;
  const auto loaded = rig.load(
      "register_test({ name: 'before', frequency: '1m', timeout: '5s' }, '');"
      "settings({ defaults: { frequency: '10m', timeout: '20s', concurrency: 'allow', paused: true } });"
      "register_test({ name: 'all' }, '');"
      "register_test({ name: 'some', timeout: '1s', paused: false, memory_limit: '2MiB' }, '');"
      "settings({ defaults: { frequency: '1h', timeout: '1s' } });"
      "register_test({ name: 'after' }, '');");
  CAPTURE(loaded ? "" : loaded.error().message);
  REQUIRE(loaded.has_value());
  const struct {
    const char* name;
    nanoseconds frequency, timeout;
    concurrency_policy concurrency;
    bool paused;
    std::uint64_t memory;
  } rows[] = {{"before", 1min, 5s, concurrency_policy::forbid, false, 32u << 20},
              {"all", 10min, 20s, concurrency_policy::allow, true, 32u << 20},
              {"some", 10min, 1s, concurrency_policy::allow, false, 2u << 20},
              {"after", 1h, 1s, concurrency_policy::forbid, false, 32u << 20}};
  REQUIRE(loaded->tests.size() == std::size(rows));
  for (std::size_t i = 0; i < std::size(rows); ++i) {
    const test& t = *loaded->tests[i];
    CAPTURE(t.name);
    CHECK(t.name == rows[i].name);
    CHECK(t.frequency == rows[i].frequency);
    CHECK(t.timeout == rows[i].timeout);
    CHECK(to_string(t.concurrency) == to_string(rows[i].concurrency));
    CHECK(t.paused == rows[i].paused);
    CHECK(t.memory_limit == rows[i].memory);
  }
}

TEST_CASE("a configuration is a program: it has Underscore, console and std") {
  loader_rig rig;
  rig.options.environment = [](std::string_view name) { return name == "STAGE" ? std::string("blue") : std::string(); };
  const auto loaded = rig.load(
      "_.each(['a', 'b'], function (name) {\n"
      "  register_test({ name: name + ' ' + std.os.getenv('STAGE'), frequency: '1m', timeout: '5s' }, 'x' + name);\n"
      "});\n"
      "console.warn('registered', 2, { of: std.os.getenv('NOTHING') });\n"
      "std.time.sleep('1ms');\n"
      "if (std.do.rand_string(8).length !== 8) throw new Error('random');\n");
  CAPTURE(loaded ? "" : loaded.error().message);
  REQUIRE(loaded.has_value());
  CHECK(names(*loaded) == std::vector<std::string>{"a blue", "b blue"});
  CHECK(loaded->tests[1]->config_line == 2);
  REQUIRE(rig.lines.size() == 1);
  CHECK(rig.lines[0].find("\"warn\"") != std::string::npos);
  CHECK(rig.lines[0].find("registered 2 { of: '' }") != std::string::npos);
  CHECK(rig.lines[0].find("\"config\":\"config.js\"") != std::string::npos);
}

TEST_CASE("paths start at the work directory, wherever the configuration lies") {
  loader_rig rig;
  rig.folder.write("etc/canary.js",
                   "register_test({ name: 'a', frequency: '1m', timeout: '5s' }, file('scripts/a.js'));");
  rig.folder.write("scripts/a.js", "console.log('of the work directory')");
  rig.folder.write("etc/scripts/a.js", "console.log('beside the configuration')");
  rig.options.file = "etc/canary.js";
  const auto loaded = rig.load();
  CAPTURE(loaded ? "" : loaded.error().message);
  REQUIRE(loaded.has_value());
  CHECK(loaded->tests[0]->source == "console.log('of the work directory')");
  CHECK(loaded->tests[0]->config_file == "etc/canary.js");

  rig.options.file = rig.folder.path() / "etc" / "canary.js";
  CHECK(rig.load().has_value());
  rig.folder.write("etc/absolute.js", "register_test({ name: 'a', frequency: '1m', timeout: '5s' }, file('" +
                                          (rig.folder.path() / "etc/scripts/a.js").string() + "'));");
  rig.options.file = "etc/absolute.js";
  const auto absolute = rig.load();
  REQUIRE(absolute.has_value());
  CHECK(absolute->tests[0]->source == "console.log('beside the configuration')");
}

TEST_CASE("files may begin with a byte order mark and end their lines as Windows does") {
  loader_rig rig;
  rig.folder.write("a.js",
                   "\xef\xbb\xbf"
                   "console.log(1);\r\nconsole.log('\u00fc');\r\n");
  const auto loaded = rig.load(
      "\xef\xbb\xbfregister_test({ name: '\u00e4\U0001f426', frequency: '1m', timeout: '5s' },\r\n file('a.js'));\r\n");
  CAPTURE(loaded ? "" : loaded.error().message);
  REQUIRE(loaded.has_value());
  CHECK(loaded->tests[0]->name == "\u00e4\U0001f426");
  const auto result = rig.scripts.run(loaded->tests[0]);
  REQUIRE(result.details.logs.size() == 2);
  CHECK(result.details.logs[1].message == "\u00fc");
}

TEST_CASE("a configuration that registers nothing is a configuration") {
  loader_rig rig;
  for (const char* source :
       {"", "// nothing yet\n", "settings({});", "settings({ name: '' });", "settings({ defaults: {} });"}) {
    CAPTURE(source);
    const auto loaded = rig.load(source);
    REQUIRE(loaded.has_value());
    CHECK(loaded->tests.empty());
    CHECK(loaded->name.empty());
  }
}

TEST_CASE("nothing that a configuration defines or destroys is seen by its tests") {
  loader_rig rig;
  const auto loaded = rig.load(
      "var mine = 1; Array.prototype.push = null; Object.prototype.extra = 1; delete JSON.parse; _ = 2; console.log = "
      "null;\n"
      "register_test({ name: 'a', frequency: '1m', timeout: '5s' },\n"
      "  'console.log(typeof mine, typeof [].push, typeof {}.extra, typeof JSON.parse, typeof _.map,' +\n"
      "  ' typeof register_test, typeof file, typeof settings, typeof http.do, typeof log.info)');");
  CAPTURE(loaded ? "" : loaded.error().message);
  REQUIRE(loaded.has_value());
  const auto result = rig.scripts.run(loaded->tests[0]);
  CAPTURE(result.record.cause.message);
  REQUIRE(result.details.logs.size() == 1);
  CHECK(result.details.logs[0].message ==
        "undefined function undefined function function undefined undefined undefined function function");
}

TEST_CASE("one load leaves nothing to the next") {
  loader_rig rig;
  REQUIRE(rig.load("var leaked = 1; settings({ name: 'first', defaults: { timeout: '1s' } });"
                   "register_test({ name: 'a', frequency: '1m' }, '');")
              .has_value());
  const auto second =
      rig.load("register_test({ name: 'a', frequency: '1m', timeout: '5s' }, 'x'); console.log(typeof leaked);");
  CAPTURE(second ? "" : second.error().message);
  REQUIRE(second.has_value());
  CHECK(second->name.empty());
  CHECK(second->tests.size() == 1);
  REQUIRE(rig.lines.size() == 1);
  CHECK(rig.lines[0].find("\"msg\":\"undefined\"") != std::string::npos);
}

TEST_CASE("what an error of a test's is told of is the file that its source came from") {
  loader_rig rig;
  rig.folder.write("scripts/fails.js", "function login() {\n  throw new Error('no');\n}\nlogin();\n");
  const auto loaded = rig.load(
      "var source = file('scripts/fails.js');\n"
      "register_test({ name: 'a', frequency: '1m', timeout: '5s' }, source);\n"
      "register_test({ name: 'b', frequency: '1m', timeout: '5s' }, source + '\\n');\n");
  REQUIRE(loaded.has_value());
  const auto result = rig.scripts.run(loaded->tests[0]);
  REQUIRE(result.details.error);
  CHECK(result.details.error->file == "scripts/fails.js");
  CHECK(result.details.error->line == 2);
  CHECK(result.details.error->stack.find("login (scripts/fails.js:2)") != std::string::npos);
  // Text that is not the file's is not the file.
  CHECK(loaded->tests[1]->path.empty());
  const auto other = rig.scripts.run(loaded->tests[1]);
  REQUIRE(other.details.error);
  CHECK(other.details.error->file == "test 'b'");
  CHECK(other.details.error->line == 2);
}

TEST_CASE("a configuration that is not there, or cannot be one, is refused by name") {
  loader_rig rig;
  rig.options.file = "none.js";
  const auto missing = rig.load();
  REQUIRE(!missing);
  CHECK(missing.error().message == "the configuration cannot be read: there is no file 'none.js' (looked for " +
                                       (rig.folder.path() / "none.js").string() + ")");
  rig.options.file = ".";
  CHECK(rig.load().error().message.find("is no regular file") != std::string::npos);
  rig.options.file = "large.js";
  rig.folder.write("large.js", std::string((4u << 20) + 1, ' '));
  CHECK(rig.load().error().message.find("'large.js' is larger than 4 MiB") != std::string::npos);
}

TEST_CASE("an endless configuration delays nobody, and ends at its timeout") {
  loader_rig rig;
  rig.options.timeout = 300ms;
  int expired = 0;
  const auto timer = rig.scripts.time->make_timer();
  std::function<void()> again = [&] {
    timer->start(rig.scripts.time->mono() + 5ms, [&] {
      ++expired;
      if (expired < 20) again();
    });
  };
  again();
  const mono_time began = rig.scripts.time->mono();
  const auto loaded = rig.load("while (true) {}");
  const nanoseconds took = rig.scripts.time->mono() - began;
  CHECK(!loaded);
  CHECK(took >= 300ms);
  CHECK(took < 5s);
  CHECK(expired == 20);
}

TEST_CASE("many tests are loaded, and each has bytecode of its own") {
  loader_rig rig;
  const auto loaded = rig.load(
      "for (var i = 0; i < 300; ++i)\n"
      "  register_test({ name: 'n' + i, frequency: '1m', timeout: '5s' }, 'console.log(' + i + ')');");
  REQUIRE(loaded.has_value());
  REQUIRE(loaded->tests.size() == 300);
  CHECK(rig.scripts.run(loaded->tests[299]).details.logs.at(0).message == "299");
  CHECK(rig.scripts.run(loaded->tests[0]).details.logs.at(0).message == "0");
}

TEST_CASE("a single script is loaded as a test of its own") {
  loader_rig rig;
  const auto load = [&](const std::filesystem::path& file) {
    std::optional<config::loaded_script> loaded;
    rig.scripts.in_coroutine([&](boost::asio::yield_context yield) {
      loaded = config::load_script(file, 3s, 2u << 20, *rig.scripts.time, rig.scripts.turns, *rig.scripts.vms, nullptr,
                                   yield);
    });
    return std::move(*loaded);
  };
  rig.folder.write("good.js", "console.log('good')");
  rig.folder.write("bad.js", "var a = 1;\nvar b = = 2;\n");
  const std::string good = (rig.folder.path() / "good.js").string(), bad = (rig.folder.path() / "bad.js").string();
  const auto loaded = load(good);
  REQUIRE(loaded.has_value());
  CHECK((*loaded)->name == good);
  CHECK((*loaded)->path == good);
  CHECK((*loaded)->timeout == 3s);
  CHECK((*loaded)->memory_limit == 2u << 20);
  CHECK(rig.scripts.run(*loaded).record.status == run_status::passed);
  CHECK(load(bad).error().at(0).text.starts_with(bad + ":2:9: SyntaxError: "));
  CHECK(load(rig.folder.path() / "none.js").error().at(0).text.starts_with("there is no file '"));
  rig.folder.write("worse.js", "let a = 10n;\nlet b = /a/s;\n");
  CHECK(load(rig.folder.path() / "worse.js").error().size() == 2);
}
