#pragma once
// Fields that are read off their sources, and how figures and absent texts are told.

#include "canary/api/graphql/schema.hpp"
#include "canary/core/time.hpp"

#include <cstdint>
#include <string>
#include <utility>

namespace canary::api::graphql {

/// Of any duration.
inline double milliseconds(nanoseconds d) { return std::chrono::duration<double, std::milli>(d).count(); }

/// As a Float: it may be past what an Int holds.
inline boost::json::value number(std::uint64_t count) { return static_cast<double>(count); }

inline boost::json::value null_where_empty(const std::string& text) {
  return text.empty() ? boost::json::value() : boost::json::value(text);
}

/// A field without arguments that `read` tells, of a source that is a `Source`.
template <class Source>
field_definition plain_field(std::string name, type_ref type, std::string description,
                             boost::json::value (*read)(const Source&)) {
  return {
      std::move(name), std::move(description), type, {}, [read](const std::any& source, const call&) -> result<answer> {
        boost::json::value got = read(std::any_cast<const Source&>(source));
        return got.is_null() ? answer() : answer::leaf(std::move(got));
      }};
}

/// The same of a source that is a `const Part*`: a part of what another source holds, and keeps until this one is told.
template <class Part>
field_definition part_field(std::string name, type_ref type, std::string description,
                            boost::json::value (*read)(const Part&)) {
  return {
      std::move(name), std::move(description), type, {}, [read](const std::any& source, const call&) -> result<answer> {
        boost::json::value got = read(*std::any_cast<const Part*>(source));
        return got.is_null() ? answer() : answer::leaf(std::move(got));
      }};
}

/// The sources of the parts that `list` holds.
template <class List>
answer parts_of(const List& list) {
  answer::list out;
  out.reserve(list.size());
  for (const auto& part : list) out.push_back(answer::object(&part));
  return answer::of(std::move(out));
}

}  // namespace canary::api::graphql
