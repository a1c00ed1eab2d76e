// What scripts are told of TLS, and what dns, tls and tcp give them.

#include "support/catch.hpp"
#include "support/certificates.hpp"
#include "support/name_server.hpp"
#include "support/script_bench.hpp"
#include "support/scripted_server.hpp"

#include <boost/json/serialize.hpp>

using namespace canary;
using namespace canary::testing;
using namespace std::chrono_literals;

namespace {

const certificate& authority() {
  static const certificate made({.name = "Test Authority", .authority = true});
  return made;
}

const certificate& server_certificate() {
  static const certificate made({.name = "shop", .alternatives = "IP:127.0.0.1"}, &authority());
  return made;
}

struct world : script_bench {
  world() { has_servers = true; }
  ~world() {
    loop.restart();
    loop.run_for(1s);
  }

  // `ca` is the authority's certificate.
  run::run_result execute(const std::string& source, nanoseconds timeout = 10s) {
    const std::string pem = boost::json::serialize(boost::json::string(authority().pem()));
    return run("var ca = " + pem + ";\n" + source, timeout);
  }
};

std::vector<std::string> lines_of(const run::run_result& result) {
  CHECK(result.record.cause.message == "");
  std::vector<std::string> lines;
  for (const auto& line : result.details.logs) lines.push_back(line.message);
  return lines;
}

using list = std::vector<std::string>;

}  // namespace

TEST_CASE("a response tells of its TLS, and the run of when certificates end") {
  auto context = server_certificate().server_context();
  world w;
  scripted_server server(w.loop.get_executor(), answering(ok("x")), &context);
  const auto result = w.execute("var r = http.do('GET', '" + server.url() + R"(', {}, '', { tls: { ca: ca } });
    console.log(r.tls.version, r.tls.cipher, r.tls.ocsp, r.tls.chain.length);
    console.log(r.tls.chain[0].subject, r.tls.chain[0].issuer, r.tls.chain[0].sans);
    console.log(r.tls.chain[0].not_after);)");
  CHECK(lines_of(result) == list{"TLSv1.3 TLS_AES_256_GCM_SHA384 none 1", "CN=shop CN=Test Authority [ '127.0.0.1' ]",
                                 server_certificate().end()});
  REQUIRE(result.certificates.size() == 1);
  CHECK(result.certificates.begin()->first == "127.0.0.1:" + std::to_string(server.port()));
  CHECK(format_rfc3339(result.certificates.begin()->second) == server_certificate().end());
}

TEST_CASE("an error of the network has its number") {
  world w;
  const auto result = w.execute(R"(
    try { http.do('GET', 'http://127.0.0.1:1/') } catch (e) { console.log(e['class'], e.error_code) }
    try { http.do('GET', 'nonsense') } catch (e) { console.log(e['class'], e.error_code) }
    try { log.fail('no') } catch (e) { console.log(e['class'], e.error_code) })");
  REQUIRE(result.details.logs.size() >= 2);
  CHECK(result.details.logs[0].message == "connect 1212");
  CHECK(result.details.logs[1].message == "script 1020");
  CHECK(result.details.requests.at(0).error.code == failure_code::refused);
  const auto uncaught = w.execute("tcp.connect('127.0.0.1', 1)");
  CHECK(to_string(uncaught.record.cause.kind) == "connect");
  CHECK(uncaught.details.code == failure_code::refused);
  CHECK(w.execute("throw new Error('x')").details.code == failure_code::none);
}

TEST_CASE("the option tls is checked before anything is sent") {
  world w;
  struct row {
    std::string option, message;
  };
  for (const auto& row : {
           row{"'x'", "TypeError: http.do: the option 'tls' must be an object, not a string"},
           row{"{ insecur: true }",
               "TypeError: http.do: there is no option 'tls.insecur'; did you mean 'tls.insecure'?"},
           row{"{ ca: 1 }", "TypeError: http.do: the option 'tls.ca' must be a string, not 1"},
           row{"{ ca: 'x' }", "tls.ca must be certificates in PEM form ('-----BEGIN CERTIFICATE-----…')"},
           row{"{ min_version: '2' }", "tls.min_version must be '1.0', '1.1', '1.2' or '1.3', not '2'"},
       }) {
    CAPTURE(row.option);
    const auto result = w.execute("http.do('GET', 'https://127.0.0.1:1/', {}, '', { tls: " + row.option + " })");
    CHECK(to_string(result.record.cause.kind) == "script");
    CHECK(result.record.cause.message == row.message);
  }
}

TEST_CASE("dns.resolve gives records, and throws where there are none to be had") {
  world w;
  name_server names(w.loop.get_executor());
  names.set("a.test", {"10.0.0.1", "fd00::1"});
  names.silence("silent.test");
  const std::string at = "{ server: '" + names.address() + "', timeout: '50ms' }";
  const auto result = w.execute("console.log(JSON.stringify(dns.resolve('a.test', 'A', " + at + ")));" +  //
                                "console.log(dns.resolve('a.test', 'aaaa', " + at + ")[0].address);" +
                                "['b.test', 'silent.test'].forEach(function (name) {"
                                "  try { dns.resolve(name, 'A', " +
                                at +
                                ") }"
                                "  catch (e) { console.log(e['class'], e.error_code, e.message) } });");
  CHECK(lines_of(result) == list{R"([{"address":"10.0.0.1","name":"a.test","type":"A","ttl":60,"data":"10.0.0.1"}])",
                                 "fd00::1",
                                 "dns 1101 dns.resolve: there is no name 'b.test', says name server " + names.address(),
                                 "dns 1102 dns.resolve: name server " + names.address() +
                                     " did not answer about A of 'silent.test' within 50ms"});
  for (const auto& [arguments, message] : std::vector<std::pair<std::string, std::string>>{
           {"", "TypeError: dns.resolve: the name (argument 1) must be a string, not undefined"},
           {"'a.test', 'ANY'",
            "TypeError: dns.resolve: the type (argument 2) must be one of A, AAAA, CNAME, MX, TXT, SRV, "
            "NS, CAA, PTR and SOA, not 'ANY'"},
           {"'a.test', 'A', { servr: 'x' }",
            "TypeError: dns.resolve: there is no option 'servr'; did you mean 'server'?"},
           {"'a.test', 'A', { timeout: 'x' }", "TypeError: dns.resolve: the option 'timeout': "},
           {"'a.test', 'A', { server: 'ns.test' }", "dns.resolve: the server 'ns.test' is no address; "}}) {
    CAPTURE(arguments);
    const auto wrong = w.execute("dns.resolve(" + arguments + ")");
    CHECK(to_string(wrong.record.cause.kind) == "script");
    CHECK(wrong.record.cause.message.find(message) == 0);
  }
}

TEST_CASE("tls.inspect tells of a certificate, good or bad") {
  const certificate old({.name = "old", .alternatives = "IP:127.0.0.1", .valid_until = -3600}, &authority());
  auto good_context = server_certificate().server_context();
  auto old_context = old.server_context();
  world w;
  scripted_server good(w.loop.get_executor(), answering(""), &good_context);
  scripted_server bad(w.loop.get_executor(), answering(""), &old_context);
  const auto inspect = [&](const scripted_server& server, const std::string& options) {
    return "var t = tls.inspect('127.0.0.1', " + std::to_string(server.port()) + ", " + options +
           "); console.log(t.trusted, t.problem, t.chain[0].subject, t.version, t.remote_ip);";
  };
  const auto result = w.execute(inspect(good, "{ tls: { ca: ca } }") + inspect(good, "{ timeout: '5s' }") +
                                inspect(bad, "{ tls: { ca: ca } }"));
  CHECK(lines_of(result) ==
        list{"true null CN=shop TLSv1.3 127.0.0.1",
             "false certificate 'shop' was issued by 'Test Authority', which is not trusted (or an intermediate "
             "certificate is missing) CN=shop TLSv1.3 127.0.0.1",
             "false certificate 'old' expired at " + old.end() + " CN=old TLSv1.3 127.0.0.1"});
  CHECK(result.certificates.size() == 2);
  const auto refused = w.execute("tls.inspect('127.0.0.1', 1)");
  CHECK(refused.record.cause ==
        failure{failure_class::connect, "tls.inspect: 127.0.0.1:1: connect to 127.0.0.1:1 refused"});
}

TEST_CASE("tcp.connect speaks any protocol, with TLS or without") {
  auto context = server_certificate().server_context();
  for (const bool secure : {false, true}) {
    CAPTURE(secure);
    world w;
    scripted_server server(
        w.loop.get_executor(),
        [](scripted_connection& c) {
          c.send("220 ready\r\n");
          const std::string greeting = c.read_request();  // ends in an empty line
          c.send("250 " + greeting.substr(0, greeting.find('\r')) + "\r\n12345678tail");
        },
        secure ? &context : nullptr);
    const auto result = w.execute("var c = tcp.connect('127.0.0.1', " + std::to_string(server.port()) +
                                  (secure ? ", { tls: { ca: ca } }" : "") + R"();
      console.log(c.read_until('\r\n'));
      c.write('EHLO canary\r\n\r\n');
      console.log(c.read_until('\n'));
      console.log(c.read(4), c.read(4));
      console.log(c.read(100) + '|' + c.read(1) + '|' + c.read());
      console.log(c.remote_ip, c.tls ? c.tls.version : 'plain');
      try { c.read_until('x') } catch (e) { console.log(e['class'], e.message) }
      c.close();
      try { c.read() } catch (e) { console.log(e['class'], e.message) })");
    CHECK(lines_of(result) ==
          list{"220 ready\r\n", "250 EHLO canary\r\n", "1234 5678", "tail||",
               std::string("127.0.0.1 ") + (secure ? "TLSv1.3" : "plain"),
               "connect read_until: the other side closed the connection after 0 bytes without what was waited for",
               "script read: the connection is closed"});
  }
}

TEST_CASE("tcp.connect and tls.inspect take a host as http does, and say what is none") {
  world w;
  scripted_server server(w.loop.get_executor(), [](scripted_connection& c) { c.wait_for_close(); });
  const std::string port = std::to_string(server.port());
  // A name of this machine (RFC 6761) that is not ASCII.
  const auto result = w.execute(
      "console.log(tcp.connect('b\xc3\xbc"
      "cher.LOCALHOST', " +
      port + ").remote_port);");
  CHECK(lines_of(result) == list{port});
  for (const auto& [host, why] : std::vector<std::pair<std::string, std::string>>{
           {"", "''"}, {"a b", "'a b'"}, {"http://a.test", "'http://a.test'"}, {"[::1]", "'[::1]'"}}) {
    CAPTURE(host);
    for (const std::string call : {"tcp.connect", "tls.inspect"}) {
      const auto wrong = w.execute(call + "('" + host + "', 1)");
      CHECK(wrong.record.cause ==
            failure{failure_class::script, call + ": " + why + " is neither a host name nor an address"});
    }
  }
}

TEST_CASE("tcp.connect gives bytes as they are where it is asked for binary") {
  world w;
  scripted_server server(w.loop.get_executor(), [](scripted_connection& c) {
    c.send(std::string("\x00\xff\xc3\x28\x00\x01tail", 10));
    c.wait_for_close();
  });
  const std::string connect = "var c = tcp.connect('127.0.0.1', " + std::to_string(server.port());
  const auto result = w.execute(connect + R"(, { binary: true });
      function shown(b) { return (b instanceof Uint8Array) + ' ' + Array.prototype.join.call(b) }
      console.log(shown(c.read(3)));
      console.log(shown(c.read_until(new Uint8Array([0, 1]))));
      console.log(shown(c.read_until('ta')));
      console.log(shown(c.read()));)" +
                                connect + R"();
      console.log(c.read(4).length, c.read_until(new Uint8Array([1])).length, c.read());)");
  CHECK(lines_of(result) == list{"true 0,255,195", "true 40,0,1", "true 116,97", "true 105,108", "4 2 tail"});
}

TEST_CASE("a connection is bounded in time, in size and in number") {
  world w;
  scripted_server mute(w.loop.get_executor(), [](scripted_connection& c) { c.wait_for_close(); });
  scripted_server flood(w.loop.get_executor(), [](scripted_connection& c) { c.flood(std::string(65536, 'x')); });
  const std::string at_mute = "tcp.connect('127.0.0.1', " + std::to_string(mute.port());
  const std::string address = "127.0.0.1:" + std::to_string(mute.port());
  CHECK(w.execute("var c = " + at_mute + ", { timeout: '30ms' }); c.read()").record.cause ==
        failure{failure_class::timeout,
                "read: reading from " + address + " timed out after 30ms while waiting for the other side"});
  const auto again = w.execute("var c = " + at_mute + ", { timeout: '30ms' }); try { c.read() } catch (e) {} c.read()");
  CHECK(again.record.cause ==
        failure{failure_class::script, "read: the connection is closed, as an earlier call timed out"});
  CHECK(to_string(w.execute(at_mute + ").read()", 100ms).record.cause.kind) == "timeout");
  const auto endless = w.execute("tcp.connect('127.0.0.1', " + std::to_string(flood.port()) + ").read_until('y')");
  CHECK(to_string(endless.record.cause.kind) == "limit");
  const auto many = w.execute("for (var i = 0; i < 101; ++i) " + at_mute + ")");
  CHECK(many.record.cause ==
        failure{failure_class::limit, "tcp.connect: the run holds 100 connections; close those that are done"});
  const auto caught = w.execute("try { for (var i = 0; i < 101; ++i) " + at_mute + ") } catch (e) {}");
  CHECK(caught.record.cause == many.record.cause);
  CHECK(w.execute("for (var i = 0; i < 101; ++i) " + at_mute + ").close()").record.cause.message == "");
}
