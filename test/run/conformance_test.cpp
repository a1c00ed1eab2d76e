// The language as our VMs speak it: the same in every kind of VM, and the same as in Node.

#include "run/conformance.hpp"
#include "support/catch.hpp"
#include "support/script_bench.hpp"
#include "support/vm_kinds.hpp"

#include <map>
#include <set>

using namespace canary;
using namespace canary::testing;

namespace {

// A program that does not compile is one that prints nothing, and ends so.
run::run_result run_program(script_bench& bench, const vm_kind& kind, const conformance_program& p) {
  const std::string name = "conformance/" + p.name;
  auto code = bench.compile(name, p.source);
  if (!code) {
    run::run_result refused;
    refused.record.status = run_status::failed;
    refused.record.cause = code.error().cause;
    refused.details.error = code.error().error;
    return refused;
  }
  if (kind.preload) code->mentions = *kind.preload;
  return bench.run(bench.make_test(name, std::move(*code), std::chrono::seconds{20}, 64u << 20));
}

std::string area_of(const std::string& name) { return name.substr(0, name.find('/')); }

bool node_knows(const conformance_program& p) {
  static const std::set<std::string> ours{"log", "std", "test", "http", "dns", "tcp", "tls"};
  return !ours.contains(area_of(p.name));
}

std::string all_of(const run::run_result& result) {
  std::string text;
  for (const auto& line : printed(result, true)) text += line + "\n";
  return text + std::string(to_string(result.record.cause.kind)) + " " + result.record.cause.message + "\n";
}

// The lines of Node's answer, as `printed` has ours.
std::vector<std::string> node_lines(const boost::json::value& answer) {
  std::vector<std::string> lines;
  for (const auto& line : answer.at("lines").as_array()) {
    const std::string level(line.at(0).as_string());
    if (level != "debug") lines.push_back(level + " " + std::string(line.at(1).as_string()));
  }
  return lines;
}

// Puts our answer in the place of Node's in each line that is listed as different. What is listed and is not so, or no
// longer so, stays as Node has it, with a remark.
void apply_listed(const boost::json::value& listed, std::vector<std::string>& wanted,
                  const std::vector<std::string>& got) {
  for (const auto& line : listed.as_array()) {
    const std::string node(line.at("node").as_string()), ours(line.at("ours").as_string());
    bool found = false;
    for (std::size_t i = 0; i < std::min(wanted.size(), got.size()) && !found; ++i) {
      found = wanted[i] == node && got[i] == ours;
      if (found) wanted[i] = ours;
    }
    if (!found) wanted.push_back("listed as a difference, and is none: " + node);
  }
}

}  // namespace

TEST_CASE("a program prints the same in every kind of VM", "[conformance]") {
  const auto programs = conformance_programs();
  REQUIRE(programs.size() > 400);
  std::vector<std::pair<std::vector<std::string>, std::string>> first;
  for (const auto& kind : vm_kinds) {
    CAPTURE(kind.name);
    script_bench bench(kind.fork);
    REQUIRE((!kind.fork || bench.vms->forking().why_not == ""));
    for (std::size_t i = 0; i < programs.size(); ++i) {
      CAPTURE(programs[i].name);
      const auto result = run_program(bench, kind, programs[i]);
      if (first.size() == i) first.emplace_back(printed(result, true), ending_of(result));
      CHECK(!first[i].first.empty());
      CHECK(first_difference(first[i].first, printed(result, true)) == "");
      CHECK(ending_of(result) == first[i].second);
    }
  }
}

TEST_CASE("a program prints what it prints in Node, but for what is listed", "[conformance]") {
  const auto programs = conformance_programs();
  std::set<std::string> areas;
  for (const auto& p : programs) {
    CHECK(p.expected.empty() == node_knows(p));
    if (node_knows(p)) areas.insert(area_of(p.name));
  }
  const auto node = node_prints({areas.begin(), areas.end()});
  std::map<std::string, boost::json::value> listed;
  const auto differences_of_all = listed_differences();
  for (const auto& d : differences_of_all.as_array()) {
    CHECK(d.at("why").as_string().size() > 10);
    listed[std::string(d.at("program").as_string())] = d.at("lines");
  }
  script_bench bench;
  for (const auto& p : programs) {
    if (!node_knows(p)) continue;
    CAPTURE(p.name);
    const auto result = run_program(bench, usual_vm_kinds.back(), p);
    const auto& answer = node.at(p.name);
    const auto got = printed(result, false);
    auto wanted = node_lines(answer);
    CHECK(!wanted.empty());
    if (const auto differences = listed.extract(p.name)) apply_listed(differences.mapped(), wanted, got);
    CHECK(first_difference(wanted, got) == "");
    CHECK(error_name(result) == std::string(answer.at("ended").as_string()));
  }
  for (const auto& [name, lines] : listed) FAIL_CHECK("differences of a program that is not there: " << name);
}

TEST_CASE("our own modules print what is written down", "[conformance]") {
  script_bench bench;
  for (const auto& p : conformance_programs()) {
    if (node_knows(p)) continue;
    CAPTURE(p.name);
    CHECK(all_of(run_program(bench, usual_vm_kinds.back(), p)) == p.expected);
  }
}

// Not a test: for those who change what the modules say.
TEST_CASE("write down what our own modules print", "[.write]") {
  script_bench bench;
  for (const auto& p : conformance_programs()) {
    if (node_knows(p)) continue;
    write_expected(p, all_of(run_program(bench, usual_vm_kinds.back(), p)));
  }
}
