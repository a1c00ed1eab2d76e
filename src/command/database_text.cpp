#include "command/database_text.hpp"

#include "canary/core/failure.hpp"
#include "canary/core/printable.hpp"
#include "command/quantities.hpp"

#include <boost/json/array.hpp>

#include <cstdio>

namespace canary::command {
namespace {

namespace json = boost::json;

std::string row(const char* name, const std::string& value) {
  char head[16];
  std::snprintf(head, sizeof head, "%-10s", name);
  return head + value + "\n";
}

std::string percent(double share) {
  char text[16];
  std::snprintf(text, sizeof text, "%.1f %%", share * 100);
  return text;
}

std::string counted(std::uint64_t number, const char* what) { return with_commas(number) + " " + what; }

std::string table_rows(const store::file_statistics& of) {
  char line[128];
  std::snprintf(line, sizeof line, "%-10s%16s%12s%8s\n", "table", "entries", "size", "depth");
  std::string out = line;
  for (const auto& each : of.tables) {
    std::snprintf(line, sizeof line, "%-10s%16s%12s%8u\n", each.name.c_str(), with_commas(each.entries).c_str(),
                  readable_bytes(each.bytes).c_str(), each.depth);
    out += line;
  }
  return out;
}

json::value time_json(const std::optional<wall_time>& t) {
  return t ? json::value(json::string(format_rfc3339(*t))) : json::value(nullptr);
}

}  // namespace

std::string statistics_text(const store::file_statistics& of) {
  const double pages = static_cast<double>(of.used_pages + of.free_pages);
  std::string out = row("file", of.file.string() + ", " + readable_bytes(of.file_bytes) + ", may grow to " +
                                    readable_bytes(of.map_bytes));
  out += row("schema", std::to_string(of.schema) + (of.created ? ", made " + format_rfc3339(*of.created) : ""));
  out += row("daemon", of.daemon ? "process " + std::to_string(*of.daemon) : "none");
  for (const auto& reader : of.readers) {
    out += row("reader", "process " + std::to_string(reader.process) +
                             (reader.behind ? ", " + counted(*reader.behind, "commits behind") : ", idle"));
  }
  out += row("pages", counted(of.used_pages, "in use") + ", " + counted(of.free_pages, "free") + " (" +
                          percent(pages > 0 ? static_cast<double>(of.free_pages) / pages : 0) + "), of " +
                          with_commas(of.page_bytes) + " bytes");
  char bytes[32];
  std::snprintf(bytes, sizeof bytes, "%.0f", of.bytes_per_run);
  out += row("runs", with_commas(of.runs) + (of.runs > 0 ? std::string(", ") + bytes + " bytes each" : ""));
  if (of.runs > 0) {
    out += row("", counted(of.passed, "passed") + ", " + counted(of.failed, "failed") + ", " +
                       counted(of.interrupted, "interrupted") + ", " + counted(of.skipped, "skipped") + ", " +
                       counted(of.running, "running"));
  }
  if (!of.failures.empty()) {
    std::string classes;
    for (const auto& [kind, count] : of.failures) {
      classes += (classes.empty() ? "" : ", ") + with_commas(count) + " " + std::string(to_string(kind));
    }
    out += row("classes", classes);
  }
  if (of.oldest && of.newest) out += row("from", format_rfc3339(*of.oldest) + " to " + format_rfc3339(*of.newest));
  out += row("tests", with_commas(of.tests));
  return out + "\n" + table_rows(of);
}

json::object statistics_json(const store::file_statistics& of) {
  json::array tables, readers;
  for (const auto& each : of.tables) {
    tables.push_back(
        json::object{{"name", each.name}, {"entries", each.entries}, {"bytes", each.bytes}, {"depth", each.depth}});
  }
  for (const auto& each : of.readers) {
    readers.push_back(json::object{{"process", each.process},
                                   {"behind", each.behind ? json::value(*each.behind) : json::value(nullptr)}});
  }
  json::object classes;
  for (const auto& [kind, count] : of.failures) classes[to_string(kind)] = count;
  return {{"file", of.file.string()},
          {"file_bytes", of.file_bytes},
          {"map_bytes", of.map_bytes},
          {"page_bytes", of.page_bytes},
          {"used_pages", of.used_pages},
          {"free_pages", of.free_pages},
          {"schema", of.schema},
          {"created", time_json(of.created)},
          {"daemon", of.daemon ? json::value(*of.daemon) : json::value(nullptr)},
          {"readers", std::move(readers)},
          {"runs", of.runs},
          {"passed", of.passed},
          {"failed", of.failed},
          {"interrupted", of.interrupted},
          {"skipped", of.skipped},
          {"running", of.running},
          {"classes", std::move(classes)},
          {"bytes_per_run", of.bytes_per_run},
          {"oldest", time_json(of.oldest)},
          {"newest", time_json(of.newest)},
          {"tests", of.tests},
          {"tables", std::move(tables)}};
}

std::string discrepancy_text(const store::discrepancy& of) {
  return printable(of.table + " " + of.key + ": " + of.what + "; " + of.remedy);
}

json::object discrepancy_json(const store::discrepancy& of) {
  return {{"table", of.table}, {"key", of.key}, {"what", of.what}, {"remedy", of.remedy}};
}

}  // namespace canary::command
