// Programs in JavaScript of 2015 to 2022 and in TypeScript: each prints what it prints in Node, or is refused at load.

#include "modern/modern_bench.hpp"
#include "run/conformance.hpp"
#include "support/catch.hpp"
#include "support/child_process.hpp"

#include <boost/json/parse.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>

using namespace canary;
using namespace canary::testing;

namespace {

const std::filesystem::path folder = CANARY_MODERN_CORPUS;

struct corpus_program {
  std::string feature, name, file, source;
};

// A program begins with a line of its name, '//// name'.
std::vector<corpus_program> corpus() {
  std::vector<corpus_program> programs;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder / "corpus")) {
    if (!entry.is_regular_file()) continue;
    const std::string feature = entry.path().parent_path().filename().string();
    const std::string file = entry.path().filename().string();
    std::ifstream in(entry.path(), std::ios::binary);
    for (std::string line; std::getline(in, line);) {
      if (line.starts_with("//// ")) {
        programs.push_back({feature, feature + "/" + file + "#" + line.substr(5), file, ""});
      } else {
        REQUIRE(!programs.empty());
        programs.back().source += line + "\n";
      }
    }
  }
  std::sort(programs.begin(), programs.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return programs;
}

std::vector<std::string> lines_of(const run::run_result& result) {
  std::vector<std::string> lines;
  for (const auto& entry : result.details.logs) lines.push_back(entry.message);
  if (result.record.status != run_status::passed) lines.emplace_back("uncaught");
  return lines;
}

}  // namespace

TEST_CASE("a modern program prints what it prints in Node, or is refused at load", "[.][corpus]") {
  const auto programs = corpus();
  const auto node = boost::json::parse(
      child_process({"node", "--no-deprecation", (folder / "reference.mjs").string(), CANARY_NPM_FOLDER})
          .read_line(std::chrono::seconds{120}));
  struct counts {
    int same = 0, refused = 0, different = 0;
  };
  std::map<std::string, counts> of_feature;
  counts all;
  modern_bench bench;
  bench.in_one_load([&](const auto& compile) {
    for (const auto& p : programs) {
      CAPTURE(p.name);
      counts& here = of_feature[p.feature];
      std::vector<std::string> wanted;
      for (const auto& line : node.at(p.name).as_array()) wanted.emplace_back(line.as_string());
      const auto code = compile(p.file, p.source);
      if (!code) {
        const auto& v = code.error();
        CAPTURE(v.cause.message);
        CHECK((v.error && v.error->line > 0 && v.error->column > 0));
        CHECK(v.cause.message.size() > 15);
        CHECK(p.name.find("refused") != std::string::npos);
        ++here.refused, ++all.refused;
        continue;
      }
      const auto result = bench.run(*code);
      CAPTURE(result.record.cause.message);
      const std::string difference = first_difference(wanted, lines_of(result));
      CHECK(difference == "");
      CHECK(!wanted.empty());
      ++(difference.empty() ? here.same : here.different);
      ++(difference.empty() ? all.same : all.different);
    }
  });
  for (const auto& [feature, count] : of_feature) {
    std::cout << feature << ": " << count.same << " same, " << count.refused << " refused, " << count.different
              << " different\n";
  }
  std::cout << programs.size() << " programs: " << all.same << " same, " << all.refused << " refused, " << all.different
            << " different\n";
  CHECK(programs.size() >= 400);
}
