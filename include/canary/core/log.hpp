#pragma once
// The daemon's own log: one line an event, as JSON for machines or as text for people.

#include "canary/core/clock.hpp"
#include "canary/core/run_record.hpp"

#include <boost/json/object.hpp>

#include <functional>
#include <string>
#include <string_view>

namespace canary {

enum class log_format : unsigned char { json, text };

/// Formats lines and hands each, with its newline, to a sink. The sink decides where they go and must not block.
class logger {
 public:
  using sink = std::function<void(std::string line)>;

  /// Lines below `least` are not made.
  logger(const clock& time, sink out, log_format format = log_format::json, log_level least = log_level::info);

  /// `fields` stand beside `time`, `level` and `msg`, in their order; those three names are not theirs to set.
  void write(log_level level, std::string_view message, const boost::json::object& fields = {}) const;

  void debug(std::string_view message, const boost::json::object& fields = {}) const;
  void info(std::string_view message, const boost::json::object& fields = {}) const;
  void warn(std::string_view message, const boost::json::object& fields = {}) const;
  void error(std::string_view message, const boost::json::object& fields = {}) const;

  bool enabled(log_level level) const noexcept { return level >= least_; }

 private:
  const clock& time_;
  sink out_;
  log_format format_;
  log_level least_;
};

}  // namespace canary
