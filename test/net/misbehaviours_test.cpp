// Our hostile server, row by row. `test_net "[misbehaviours]"` prints what comes of each.

#include "net/misbehaviours.hpp"

#include "canary/core/failure_code.hpp"
#include "support/name_server.hpp"

#include <ctime>
#include <iomanip>
#include <iostream>
#include <set>

using namespace canary;
using namespace canary::testing;

namespace {

const std::vector<level_of_misbehaviour>& levels() {
  static const std::vector<level_of_misbehaviour> all = {
      {"TLS handshake", true, handshake_misbehaviours()},
      {"TLS hello", true, server_hello_misbehaviours()},
      {"certificate", true, certificate_misbehaviours()},
      {"TLS session", true, tls_session_misbehaviours()},
      {"chunks", true, chunk_misbehaviours()},
      {"head", false, head_misbehaviours()},
      {"body", false, body_misbehaviours()},
      {"coding", false, coding_misbehaviours()},
      {"redirect", false, redirect_misbehaviours()},
      {"connection", false, connection_misbehaviours()},
  };
  return all;
}

std::string with(std::string text, const std::string& word, const std::string& value) {
  if (const auto at = text.find(word); at != text.npos) text.replace(at, word.size(), value);
  return text;
}

// Where the server is, in a row's own words.
struct place {
  std::string origin, address;
  std::string in(const std::string& text) const {
    return with(with(with(text, "URL", origin + "/"), "HERE", origin), "ADDRESS", address);
  }
};

struct outcome_of_row {
  place at;
  net::http_result result{failure{}, {}};
  nanoseconds longest_turn{};  // of the loop, on the processor, for the table; the server's own work is part of it
  int neighbour_answers = 0, meanwhile = 0;  // in all, and until the misdeed was over

  std::string kind() const { return result.response ? "" : std::string(to_string(result.response.error().kind)); }
  int code() const { return result.response ? result.response->code : error_code_of(result.response.error()); }
  std::string message() const { return result.response ? result.response->body : result.response.error().message; }
};

nanoseconds processor_time() {
  timespec t{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return std::chrono::seconds{t.tv_sec} + std::chrono::nanoseconds{t.tv_nsec};
}

outcome_of_row suffer(const misbehaviour& row) {
  virtual_clock time;
  // The loop runs on while `n` goes, and with it whoever still has these.
  outcome_of_row had;
  bool over = false;
  network n(time);
  name_server names(n.loop.get_executor());
  n.options = row.options;
  n.options.name_servers = names.address();
  scripted_server server(
      n.loop.get_executor(), [&](scripted_connection& c) { row.script(c, time); }, row.tls.get());
  scripted_server good(n.loop.get_executor(), answering(ok("well")));
  const std::string address = "127.0.0.1:" + std::to_string(server.port());
  had.at = {(row.tls || row.secure ? "https://" : "http://") + address, address};
  auto request = row.request;
  request.url = had.at.origin + "/";
  request.timeout = patience;
  request.max_body = most_body;
  for (int i = 0; i < row.first; ++i) {
    auto first = request;
    first.method = "GET";
    first.body.clear();
    CHECK(n.fetch(first).response.has_value());
  }
  // Who asks another server meanwhile is answered.
  asio::spawn(
      n.loop,
      [&had, &over, &by = n.session(), &stop = n.stop, url = good.url()](asio::yield_context yield) {
        while (!over && had.neighbour_answers < 3 && by.perform({.url = url}, stop, yield).response) {
          ++had.neighbour_answers;
        }
      },
      asio::detached);
  auto before = processor_time();
  had.result = n.fetch(request, [&] {
    const auto now = processor_time();
    had.longest_turn = std::max(had.longest_turn, now - before);
    before = now;
  });
  had.meanwhile = had.neighbour_answers;
  over = true;
  n.run([&](asio::yield_context yield) {
    for (int turns = 0; turns < 10'000 && had.neighbour_answers == 0; ++turns) asio::post(n.loop, yield);
  });
  return had;
}

}  // namespace

TEST_CASE("a server that misbehaves is told of with a class, a code and a message, and disturbs nobody else") {
  for (const auto& level : levels()) {
    for (const auto& row : level.rows) {
      CAPTURE(level.name, row.name);
      const auto had = suffer(row);
      CHECK(had.kind() == to_string(row.kind));
      CHECK(had.code() == row.error_code);
      CHECK(had.message() == had.at.in(row.message));
      CHECK(had.neighbour_answers > 0);
      // Others may be over within a turn or two.
      if (row.kind == failure_class::timeout) CHECK(had.meanwhile > 0);
      if (had.result.exchanges.empty()) continue;
      CHECK(sums_up(had.result.exchanges.back().timings));
      if (!had.result.response) CHECK(had.result.exchanges.back().error == had.result.response.error());
    }
  }
}

TEST_CASE("there are well over forty misbehaviours, and half of those that fail are of TLS or of chunks") {
  std::set<std::string> names;
  std::size_t rows = 0, failing = 0, low = 0;
  for (const auto& level : levels()) {
    for (const auto& row : level.rows) {
      ++rows;
      names.insert(level.name + row.name);
      if (row.kind == failure_class::none) continue;
      ++failing;
      if (level.tls_or_chunks) ++low;
      CAPTURE(row.name, row.error_code);
      const auto known = failure_codes();
      const auto entry = std::find_if(known.begin(), known.end(),
                                      [&](const auto& each) { return static_cast<int>(each.code) == row.error_code; });
      REQUIRE(entry != known.end());
      CHECK(entry->kind == row.kind);
    }
  }
  CHECK(names.size() == rows);
  CHECK(failing > 80);
  CHECK(low * 2 >= failing);
}

TEST_CASE("what comes of each misbehaviour, as a table", "[.][misbehaviours]") {
  std::size_t count = 0;
  nanoseconds longest{};
  std::string slowest;
  for (const auto& level : levels()) {
    std::cout << "\n" << level.name << ": a server that\n";
    for (const auto& row : level.rows) {
      CAPTURE(level.name, row.name);
      const auto had = suffer(row);
      const auto port = had.at.address.substr(had.at.address.find(':'));
      std::string told = had.message().substr(0, 240);
      while (told.find(port) != told.npos) told = with(told, port, ":PORT");
      for (char& c : told) c = c == '\n' || c == '\r' ? ' ' : c;
      std::cout << "  " << std::left << std::setw(58) << row.name << std::setw(8)
                << (had.kind().empty() ? "copes" : had.kind()) << std::setw(5) << had.code() << told << "\n";
      if (had.longest_turn > longest) {
        longest = had.longest_turn;
        slowest = level.name + ": " + row.name;
      }
      ++count;
    }
  }
  std::cout << "\n"
            << count << " misbehaviours; the loop and the server on it were held for " << longest.count() / 1'000'000
            << " ms of processor time at most, by '" << slowest << "'\n";
}
