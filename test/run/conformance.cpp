#include "run/conformance.hpp"

#include "support/child_process.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace canary::testing {
namespace {

const std::filesystem::path folder = std::filesystem::path(CANARY_TEST_SCRIPTS) / "conformance";

std::string text_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::vector<conformance_program> conformance_programs() {
  const std::string ending = text_of(folder / "ending.js");
  std::vector<conformance_program> programs;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    const auto& path = entry.path();
    if (path.extension() != ".js" || path.parent_path() == folder) continue;
    programs.push_back({std::filesystem::relative(path, folder).string(), text_of(path) + ending,
                        text_of(std::filesystem::path(path).replace_extension(".expected"))});
  }
  std::sort(programs.begin(), programs.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return programs;
}

void write_expected(const conformance_program& program, const std::string& text) {
  std::ofstream(std::filesystem::path(folder / program.name).replace_extension(".expected"), std::ios::binary) << text;
}

std::vector<std::string> printed(const run::run_result& result, bool own_words) {
  std::vector<std::string> lines;
  for (const auto& entry : result.details.logs) {
    if (!own_words && entry.level == log_level::debug) continue;
    lines.push_back(std::string(to_string(entry.level)) + " " + entry.message);
    if (!entry.fields.empty()) lines.back() += " " + boost::json::serialize(entry.fields);
  }
  return lines;
}

std::string ending_of(const run::run_result& result) {
  const auto& record = result.record;
  std::string text = std::string(to_string(record.status)) + " " + std::string(to_string(record.cause.kind)) + " " +
                     record.cause.message;
  if (const auto& error = result.details.error) {
    text += "\n" + error->message + "\n" + error->stack + "\n" + error->file + ":" + std::to_string(error->line) + ":" +
            std::to_string(error->column) + "\n" + error->excerpt;
  }
  return text;
}

std::string error_name(const run::run_result& result) {
  if (result.record.status == run_status::passed) return "";
  if (!result.details.error) return "not an error";
  const std::string& message = result.record.cause.message;
  const std::string name = message.substr(0, message.find(':'));
  return name.ends_with("Error") && name.find(' ') == name.npos ? name : "Error";
}

boost::json::value node_prints(const std::vector<std::string>& areas) {
  std::vector<std::string> command{"node", "--no-deprecation", (folder / "reference.mjs").string(),
                                   CANARY_UNDERSCORE_FILE};
  command.insert(command.end(), areas.begin(), areas.end());
  return boost::json::parse(child_process(command).read_line(std::chrono::seconds{120}));
}

boost::json::value listed_differences() { return boost::json::parse(text_of(folder / "differences.json")); }

std::string first_difference(const std::vector<std::string>& wanted, const std::vector<std::string>& got) {
  for (std::size_t i = 0; i < std::max(wanted.size(), got.size()); ++i) {
    const std::string a = i < wanted.size() ? wanted[i] : "(no line)", b = i < got.size() ? got[i] : "(no line)";
    if (a != b) return "line " + std::to_string(i + 1) + "\n  wanted: " + a + "\n  got:    " + b;
  }
  return "";
}

}  // namespace canary::testing
