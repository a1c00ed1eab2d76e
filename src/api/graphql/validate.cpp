#include "canary/api/graphql/validate.hpp"

#include "validate/rule.hpp"

namespace canary::api::graphql {

std::vector<query_error> validate(const schema& types, const ast::document& doc, const limits& within) {
  using namespace validation;
  context c(types, doc, within);
  try {
    const nesting found = check_nesting(c);
    if (found.too_deep) return {*found.too_deep};
    rules all;
    all.push_back(operation_rules(c));
    all.push_back(type_rules(c));
    all.push_back(field_rules(c));
    all.push_back(fragment_rules(c));
    all.push_back(variable_rules(c));
    all.push_back(directive_rules(c));
    all.push_back(argument_rules(c));
    all.push_back(value_rules(c));
    if (!found.cyclic) all.push_back(overlap_rule(c));
    walk(c, all);
  } catch (aborted& stop) {
    std::vector<query_error> errors = c.take_errors();
    errors.push_back(make_error(std::move(stop.why)));
    return errors;
  }
  return c.take_errors();
}

}  // namespace canary::api::graphql
