#include "rule.hpp"

namespace canary::api::graphql::validation {
namespace {

class walker {
 public:
  walker(const context& c, const rules& all) : types_(c.types), rules_(all) {}

  void operation(const ast::operation& op) {
    tell([&](rule& r) { r.operation(op); });
    for (const ast::variable_definition& v : op.variables) {
      tell([&](rule& r) { r.variable(v); });
      if (v.fallback) {
        const named_type* named = types_.find_type(v.declared.named.text);
        literal(*v.fallback,
                named && named->is_leaf() ? std::optional(type_ref(*named, v.declared.wraps)) : std::nullopt, nullptr);
      }
      directives(v.directives, "VARIABLE_DEFINITION");
    }
    const bool query = op.kind == ast::operation_kind::query;
    directives(op.directives, query ? "QUERY" : op.kind == ast::operation_kind::mutation ? "MUTATION" : "SUBSCRIPTION");
    selections(op.children, types_.root(op.kind));
  }

  void fragment(const ast::fragment& f) {
    tell([&](rule& r) { r.fragment(f); });
    directives(f.directives, "FRAGMENT_DEFINITION");
    selections(f.children, object(types_.find_type(f.condition.text)));
  }

 private:
  template <class F>
  void tell(F f) {
    for (const auto& r : rules_) f(*r);
  }

  static const named_type* object(const named_type* t) { return t && t->kind == type_kind::object ? t : nullptr; }

  void selections(const ast::selection_set& set, const named_type* parent) {
    tell([&](rule& r) { r.selections(set, parent); });
    selection_list(set, parent);
  }

  void selection_list(const ast::selection_set& set, const named_type* parent) {
    for (const ast::selection& s : set.selections) {
      if (const auto* f = std::get_if<ast::field>(&s.is)) {
        field(*f, parent);
      } else if (const auto* spread = std::get_if<ast::fragment_spread>(&s.is)) {
        tell([&](rule& r) { r.spread(*spread, parent); });
        directives(spread->directives, "FRAGMENT_SPREAD");
      } else {
        inline_fragment(std::get<ast::inline_fragment>(s.is), parent);
      }
    }
  }

  void field(const ast::field& f, const named_type* parent) {
    const field_definition* definition = parent ? types_.find_field(*parent, f.called.text) : nullptr;
    tell([&](rule& r) { r.field(f, parent, definition); });
    arguments(f.arguments, definition ? &definition->arguments : nullptr);
    directives(f.directives, "FIELD");
    if (f.children) selections(*f.children, definition ? object(&definition->type.named()) : nullptr);
  }

  void inline_fragment(const ast::inline_fragment& f, const named_type* parent) {
    const named_type* type = f.condition ? types_.find_type(f.condition->text) : parent;
    tell([&](rule& r) { r.inline_fragment(f, parent, type); });
    directives(f.directives, "INLINE_FRAGMENT");
    selection_list(f.children, object(type));
  }

  void directives(const std::vector<ast::directive>& all, std::string_view location) {
    if (all.empty()) return;
    tell([&](rule& r) { r.directives(all, location); });
    for (const ast::directive& d : all) {
      const directive_definition* definition = types_.find_directive(d.called.text);
      arguments(d.arguments, definition ? &definition->arguments : nullptr);
    }
  }

  void arguments(const std::vector<ast::argument>& written, const std::vector<argument_definition>* defined) {
    for (const ast::argument& a : written) {
      const argument_definition* definition = nullptr;
      if (defined)
        for (const argument_definition& d : *defined)
          if (d.name == a.called.text) definition = &d;
      literal(a.content, definition ? std::optional(definition->type) : std::nullopt, definition);
    }
  }

  void literal(const ast::value& v, std::optional<type_ref> expected, const argument_definition* position) {
    tell([&](rule& r) { r.literal(v, expected, position); });
  }

  const schema& types_;
  const rules& rules_;
};

}  // namespace

void walk(context& c, const rules& all) {
  walker w(c, all);
  for (const ast::operation& op : c.doc.operations) w.operation(op);
  for (const ast::fragment& f : c.doc.fragments) w.fragment(f);
  for (const auto& r : all) r->document_end();
}

}  // namespace canary::api::graphql::validation
