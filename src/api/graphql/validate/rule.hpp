#pragma once
// What a validation rule sees: the parts of a document, each with its place in the schema, in the document's order.

#include "canary/api/graphql/ast.hpp"
#include "canary/api/graphql/limits.hpp"
#include "canary/api/graphql/query_error.hpp"
#include "canary/api/graphql/schema.hpp"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace canary::api::graphql::validation {

/// Thrown to end a validation before its time, with an error without a place.
struct aborted {
  std::string why;
};

/// What all rules of one validation share.
class context {
 public:
  context(const schema& s, const ast::document& d, const limits& l)
      : types(s), doc(d), within(l), left_(l.max_comparisons) {
    for (const ast::fragment& f : d.fragments) fragments_[f.called.text] = &f;
  }

  const schema& types;
  const ast::document& doc;
  const limits& within;

  /// Throws `aborted` where there are too many.
  void report(std::string message, std::vector<ast::position> at) {
    if (errors_.size() >= within.max_errors)
      throw aborted{"Too many validation errors, error limit reached. Validation aborted."};
    errors_.push_back(make_error(std::move(message), std::move(at)));
  }

  /// Takes from `limits::max_comparisons`. Throws `aborted` where nothing is left.
  void spend(std::size_t steps) {
    if (steps > left_) throw aborted{"The query takes too long to validate. Validation aborted."};
    left_ -= steps;
  }

  /// The last of that name, or null.
  const ast::fragment* find_fragment(std::string_view called) const {
    const auto it = fragments_.find(called);
    return it == fragments_.end() ? nullptr : it->second;
  }

  std::vector<query_error> take_errors() { return std::move(errors_); }

 private:
  std::size_t left_;
  std::unordered_map<std::string_view, const ast::fragment*> fragments_;
  std::vector<query_error> errors_;
};

/// Null stands for a type, field or directive that the schema does not have.
class rule {
 public:
  explicit rule(context& c) : context_(c) {}
  virtual ~rule() = default;

  virtual void operation(const ast::operation&) {}
  virtual void fragment(const ast::fragment&) {}
  virtual void variable(const ast::variable_definition&) {}
  /// The braces of an operation, a fragment or a field; those of inline fragments count as part of these. `parent`,
  /// here and below, is an object.
  virtual void selections(const ast::selection_set&, const named_type* /*parent*/) {}
  virtual void field(const ast::field&, const named_type* /*parent*/, const field_definition*) {}
  virtual void spread(const ast::fragment_spread&, const named_type* /*parent*/) {}
  /// `type` is the condition's, or the enclosing one where there is no condition.
  virtual void inline_fragment(const ast::inline_fragment&, const named_type* /*parent*/, const named_type* /*type*/) {}
  /// All that stand at one place. `location` as in __DirectiveLocation.
  virtual void directives(const std::vector<ast::directive>&, std::string_view /*location*/) {}
  /// The value of an argument, or a variable's default. `position` is the argument's definition, if it is one of a
  /// field or directive that exists.
  virtual void literal(const ast::value&, std::optional<type_ref> /*expected*/,
                       const argument_definition* /*position*/) {}
  virtual void document_end() {}

 protected:
  context& context_;
};

using rules = std::vector<std::unique_ptr<rule>>;

/// Shows the whole document to every rule.
void walk(context& c, const rules& all);

/// Whether fragments in place of their spreads would nest more than `limits::max_depth` levels. Reports cycles of
/// fragments.
struct nesting {
  std::optional<query_error> too_deep;
  bool cyclic = false;
};
nesting check_nesting(context& c);

std::unique_ptr<rule> operation_rules(context& c);  ///< unique names, the lone anonymous one
std::unique_ptr<rule> type_rules(context& c);       ///< known types, fragments on objects, variables of input types
std::unique_ptr<rule> field_rules(context& c);      ///< known fields, selections on objects and only there
std::unique_ptr<rule> fragment_rules(context& c);   ///< unique, known, used, possible
std::unique_ptr<rule> variable_rules(context& c);   ///< unique, defined, used, fit for their position
std::unique_ptr<rule> directive_rules(context& c);  ///< known, in their place, once
std::unique_ptr<rule> argument_rules(context& c);   ///< known, unique, provided
std::unique_ptr<rule> value_rules(context& c);      ///< literals of the right type
std::unique_ptr<rule> overlap_rule(context& c);     ///< fields of one response name can be merged

}  // namespace canary::api::graphql::validation
