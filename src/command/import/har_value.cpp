#include "command/import/har_value.hpp"

namespace canary::command {
namespace {

std::string kind_of(const boost::json::value& value) {
  switch (value.kind()) {
    case boost::json::kind::object:
      return "an object";
    case boost::json::kind::array:
      return "an array";
    case boost::json::kind::string:
      return "a text";
    case boost::json::kind::bool_:
      return value.get_bool() ? "true" : "false";
    case boost::json::kind::null:
      return "null";
    default:
      return "a number";
  }
}

}  // namespace

har_value har_value::operator[](std::string_view name) const {
  json_path path = path_;
  static const boost::json::value nothing;
  if (value_ == nullptr) refuse("this is not there");
  if (!value_->is_object()) refuse("an object is wanted, and not " + kind_of(*value_));
  path.emplace_back(std::string(name));
  const auto* found = value_->get_object().if_contains(name);
  har_value out(found == nullptr ? nothing : *found, std::move(path));
  if (found == nullptr || found->is_null()) out.value_ = nullptr;
  return out;
}

har_value har_value::at(std::string_view name) const {
  har_value found = (*this)[name];
  if (!found) refuse("'" + std::string(name) + "' is missing");
  return found;
}

std::string har_value::text() const {
  if (value_ == nullptr) return {};
  if (!value_->is_string()) refuse("a text is wanted, and not " + kind_of(*value_));
  return std::string(value_->get_string());
}

std::int64_t har_value::number() const {
  if (value_ == nullptr) return 0;
  if (value_->is_int64()) return value_->get_int64();
  if (!value_->is_double() || !(value_->get_double() > -1e9 && value_->get_double() < 1e9)) {
    refuse("a number is wanted, and not " + kind_of(*value_));
  }
  return static_cast<std::int64_t>(value_->get_double());
}

std::size_t har_value::size() const {
  if (value_ == nullptr) return 0;
  if (!value_->is_array()) refuse("an array is wanted, and not " + kind_of(*value_));
  return value_->get_array().size();
}

har_value har_value::element(std::size_t index) const {
  json_path path = path_;
  path.emplace_back(index);
  return har_value(value_->get_array()[index], std::move(path));
}

}  // namespace canary::command
