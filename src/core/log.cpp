#include "canary/core/log.hpp"

#include "canary/core/json_text.hpp"

#include <algorithm>

namespace canary {
namespace {

std::string json_line(const std::string& time, log_level level, std::string_view message,
                      const boost::json::object& fields) {
  boost::json::object line;
  line.reserve(fields.size() + 3);
  line["time"] = time;
  line["level"] = to_string(level);
  line["msg"] = message;
  for (const auto& field : fields) line.insert(field);  // leaves the three above as they are
  return json_text(line);
}

std::string text_line(const std::string& time, log_level level, std::string_view message,
                      const boost::json::object& fields) {
  std::string line = time + ' ' + std::string(to_string(level));
  line.resize(std::max(line.size(), time.size() + 6), ' ');
  line += ' ';
  for (const char c : message) {
    if (c == '\n') {
      line += "\\n";
    } else {
      line += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? '?' : c;  // keeps a hostile script off the terminal
    }
  }
  for (const auto& field : fields) {
    line += ' ';
    line += field.key();
    line += '=';
    append_json(line, field.value());
  }
  return line;
}

}  // namespace

logger::logger(const clock& time, sink out, log_format format, log_level least)
    : time_(time), out_(std::move(out)), format_(format), least_(least) {}

void logger::write(log_level level, std::string_view message, const boost::json::object& fields) const {
  if (!enabled(level)) return;
  const std::string time = format_rfc3339(time_.wall());
  std::string line =
      format_ == log_format::json ? json_line(time, level, message, fields) : text_line(time, level, message, fields);
  line += '\n';
  out_(std::move(line));
}

void logger::debug(std::string_view m, const boost::json::object& f) const { write(log_level::debug, m, f); }
void logger::info(std::string_view m, const boost::json::object& f) const { write(log_level::info, m, f); }
void logger::warn(std::string_view m, const boost::json::object& f) const { write(log_level::warn, m, f); }
void logger::error(std::string_view m, const boost::json::object& f) const { write(log_level::error, m, f); }

}  // namespace canary
