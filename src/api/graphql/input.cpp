#include "input.hpp"

#include "print.hpp"
#include "scalars.hpp"

#include <algorithm>

namespace canary::api::graphql {
namespace {

using boost::json::value;
using kind_of = ast::value::kind_of;

bool is_missing(const ast::value& literal, const boost::json::object& variables) {
  return literal.kind == kind_of::variable && !variables.contains(literal.text);
}

// One variable's JSON on its way to a type.
class coercion {
 public:
  // No more than one above `most` errors are kept: enough to know that there were too many.
  coercion(const ast::variable_definition& of, std::vector<query_error>& errors, std::size_t most)
      : of_(of), errors_(errors), most_(most) {}

  value run(const value& given, type_ref type, const std::string& path = {}) {
    if (type.is_non_null()) {
      if (!given.is_null()) return run(given, type.inner(), path);
      return fail(given, path, "Expected non-nullable type \"" + type.text() + "\" not to be null.");
    }
    if (given.is_null()) return nullptr;
    if (type.is_list()) {
      boost::json::array out;
      if (const auto* items = given.if_array()) {
        for (std::size_t i = 0; i < items->size(); ++i)
          out.push_back(run((*items)[i], type.inner(), path + '[' + std::to_string(i) + ']'));
      } else {
        out.push_back(run(given, type.inner(), path));  // one for a list of one
      }
      return out;
    }
    auto read = read_json(type.named(), given);
    return read ? std::move(*read) : fail(given, path, read.error().message);
  }

 private:
  value fail(const value& given, const std::string& path, const std::string& why) {
    if (errors_.size() > most_) return nullptr;
    const std::string name(of_.called.text);
    errors_.push_back(make_error("Variable \"$" + name + "\" got invalid value " + inspect(given) +
                                     (path.empty() ? "" : " at \"" + name + path + '"') + "; " + why,
                                 {of_.at}));
    return nullptr;
  }

  const ast::variable_definition& of_;
  std::vector<query_error>& errors_;
  std::size_t most_;
};

}  // namespace

std::optional<type_ref> find_type(const schema& types, const ast::type& written) {
  const named_type* named = types.find_type(written.named.text);
  return named ? std::optional(type_ref(*named, written.wraps)) : std::nullopt;
}

std::optional<value> value_of(const ast::value& literal, type_ref type, const boost::json::object& variables) {
  if (literal.kind == kind_of::variable) {
    // Validation has seen to it that the variable's type fits here.
    const value* found = variables.if_contains(literal.text);
    if (!found || (found->is_null() && type.is_non_null())) return std::nullopt;
    return *found;
  }
  if (type.is_non_null())
    return literal.kind == kind_of::null ? std::nullopt : value_of(literal, type.inner(), variables);
  if (literal.kind == kind_of::null) return value(nullptr);
  if (type.is_list()) {
    boost::json::array out;
    if (literal.kind != kind_of::list) {
      auto one = value_of(literal, type.inner(), variables);
      if (!one) return std::nullopt;
      out.push_back(std::move(*one));
      return value(std::move(out));
    }
    for (const ast::value& item : literal.items) {
      auto one = is_missing(item, variables) && !type.inner().is_non_null() ? std::optional<value>(nullptr)
                                                                            : value_of(item, type.inner(), variables);
      if (!one) return std::nullopt;
      out.push_back(std::move(*one));
    }
    return value(std::move(out));
  }
  auto read = read_literal(type.named(), literal);
  return read ? std::optional(std::move(*read)) : std::nullopt;
}

boost::system::result<boost::json::object, std::vector<query_error>> coerce_variables(const schema& types,
                                                                                      const ast::operation& op,
                                                                                      const boost::json::object& given,
                                                                                      const limits& within) {
  std::vector<query_error> errors;
  boost::json::object out;
  for (const ast::variable_definition& v : op.variables) {
    const std::string name(v.called.text);
    const auto type = find_type(types, v.declared);
    if (!type) continue;  // not in a valid document
    const value* found = given.if_contains(name);
    if (!found) {
      if (v.fallback) {
        if (auto fallback = value_of(*v.fallback, *type, {})) out[name] = std::move(*fallback);
      } else if (type->is_non_null()) {
        errors.push_back(make_error(
            "Variable \"$" + name + "\" of required type \"" + type->text() + "\" was not provided.", {v.at}));
      }
    } else if (found->is_null() && type->is_non_null()) {
      errors.push_back(
          make_error("Variable \"$" + name + "\" of non-null type \"" + type->text() + "\" must not be null.", {v.at}));
    } else {
      out[name] = coercion(v, errors, within.max_errors).run(*found, *type);
    }
    if (errors.size() > within.max_errors) {
      errors.resize(within.max_errors);
      errors.push_back(make_error("Too many errors processing variables, error limit reached. Execution aborted."));
      break;
    }
  }
  if (!errors.empty()) return errors;
  return out;
}

boost::system::result<boost::json::object, query_error> coerce_arguments(
    const std::vector<argument_definition>& defined, const std::vector<ast::argument>& written, ast::position owner,
    const boost::json::object& variables) {
  boost::json::object out;
  for (const argument_definition& a : defined) {
    const auto intro = [&](const char* kind) {
      return "Argument \"" + a.name + "\" of " + kind + " type \"" + a.type.text() + "\" ";
    };
    const auto it =
        std::find_if(written.begin(), written.end(), [&](const auto& w) { return w.called.text == a.name; });
    if (it == written.end() || is_missing(it->content, variables)) {
      if (a.fallback) {
        out[a.name] = *a.fallback;
      } else if (a.type.is_non_null() && it == written.end()) {
        return make_error(intro("required") + "was not provided.", {owner});
      } else if (a.type.is_non_null()) {
        return make_error(intro("required") + "was provided the variable \"$" + it->content.text +
                              "\" which was not provided a runtime value.",
                          {it->content.at});
      }
      continue;
    }
    const ast::value& literal = it->content;
    const bool is_null =
        literal.kind == kind_of::null || (literal.kind == kind_of::variable && variables.at(literal.text).is_null());
    if (is_null && a.type.is_non_null()) return make_error(intro("non-null") + "must not be null.", {literal.at});
    auto got = value_of(literal, a.type, variables);
    if (!got) return make_error("Argument \"" + a.name + "\" has invalid value " + print(literal) + '.', {literal.at});
    out[a.name] = std::move(*got);
  }
  return out;
}

}  // namespace canary::api::graphql
