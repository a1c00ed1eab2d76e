#pragma once
// A value of an HTTP archive, which knows where it stands: what is wrong with it is told with its line and path.

#include "canary/core/result.hpp"
#include "command/import/json_place.hpp"

#include <boost/json/value.hpp>

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace canary::command {

/// What an archive has that it must not have. Thrown by `har_value`, and caught by the reader.
class har_mistake : public std::runtime_error {
 public:
  har_mistake(json_path path, const std::string& what) : std::runtime_error(what), path_(std::move(path)) {}
  const json_path& path() const { return path_; }

 private:
  json_path path_;
};

/// Refers to the document, which outlives it.
class har_value {
 public:
  explicit har_value(const boost::json::value& value, json_path path = {}) : value_(&value), path_(std::move(path)) {}

  /// A member; one that is not there, or null, is nothing (`operator bool`).
  har_value operator[](std::string_view name) const;
  /// A member that has to be there.
  har_value at(std::string_view name) const;

  explicit operator bool() const { return value_ != nullptr; }

  /// '' where it is nothing.
  std::string text() const;
  /// 0 where it is nothing. Archives have numbers with fractions where whole ones are meant.
  std::int64_t number() const;
  /// Elements; 0 where it is nothing. Throws where it is no array.
  std::size_t size() const;
  har_value element(std::size_t index) const;

  [[noreturn]] void refuse(const std::string& what) const { throw har_mistake(path_, what); }

 private:
  const boost::json::value* value_;
  json_path path_;
};

}  // namespace canary::command
