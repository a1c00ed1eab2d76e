#include "introspection.hpp"

#include <boost/json/serialize.hpp>

namespace canary::api::graphql {
namespace {

// A resolver whose source is an S.
template <class S, class F>
resolver on(F f) {
  return [f](const std::any& source, const call& c) -> result<answer> { return f(std::any_cast<const S&>(source), c); };
}

using schema_source = const schema*;
using field_source = const field_definition*;
using argument_source = const argument_definition*;
using directive_source = const directive_definition*;
using enum_source = const enum_value*;

answer text(const std::string& s) { return answer::leaf(boost::json::value(s)); }
answer text_or_null(const std::string& s) { return s.empty() ? answer() : text(s); }

template <class S, class Range, class F>
answer objects(const Range& range, F make) {
  answer::list out;
  for (const auto& one : range) out.push_back(answer::object(S(make(one))));
  return answer::of(std::move(out));
}

constexpr auto address = [](const auto& one) { return &one; };
constexpr auto bare = [](const named_type& t) { return type_ref(t); };

template <class S>
resolver name_of() {
  return on<S>([](S s, const call&) { return text(s->name); });
}
template <class S>
resolver description_of() {
  return on<S>([](S s, const call&) { return text_or_null(s->description); });
}
// Nothing in these schemas is deprecated.
resolver never() {
  return [](const std::any&, const call&) -> result<answer> { return answer::leaf(false); };
}
resolver nothing() {
  return [](const std::any&, const call&) -> result<answer> { return answer(); };
}

const char* kind_name(type_ref t) {
  if (t.is_list()) return "LIST";
  if (t.is_non_null()) return "NON_NULL";
  switch (t.named().kind) {
    case type_kind::scalar:
      return "SCALAR";
    case type_kind::object:
      return "OBJECT";
    case type_kind::enumeration:
      return "ENUM";
  }
  return "";
}

// The fields of one introspection type, as they are listed.
class fields_of {
 public:
  explicit fields_of(const schema& s) : schema_(s) {}

  fields_of& add(std::string name, type_ref type, resolver r, std::vector<argument_definition> arguments = {}) {
    made_.push_back({std::move(name), "", type, std::move(arguments), std::move(r)});
    return *this;
  }

  template <class S>
  fields_of& named() {
    return add("name", required("String"), name_of<S>())
        .add("description", schema_.type("String"), description_of<S>());
  }
  fields_of& deprecation() {
    return add("isDeprecated", required("Boolean"), never())
        .add("deprecationReason", schema_.type("String"), nothing());
  }

  type_ref required(std::string_view type) const { return non_null(schema_.type(type)); }
  type_ref list(std::string_view type) const { return list_of(required(type)); }
  std::vector<argument_definition> include_deprecated() const {
    return {{"includeDeprecated", "", schema_.type("Boolean"), boost::json::value(false)}};
  }

  std::vector<field_definition> take() { return std::move(made_); }

 private:
  const schema& schema_;
  std::vector<field_definition> made_;
};

std::vector<field_definition> schema_fields(const schema& s) {
  using S = schema_source;
  fields_of f(s);
  const std::vector<argument_definition> deprecated = {
      {"includeDeprecated", "", f.required("Boolean"), boost::json::value(false)}};
  return f
      .add("description", s.type("String"), on<S>([](S on, const call&) { return text_or_null(on->description()); }))
      .add("types", non_null(f.list("__Type")),
           on<S>([](S on, const call&) { return objects<type_ref>(on->types(), bare); }))
      .add("queryType", f.required("__Type"),
           on<S>([](S on, const call&) { return answer::object(type_ref(on->query())); }))
      .add("mutationType", s.type("__Type"), on<S>([](S on, const call&) {
             return on->mutation() ? answer::object(type_ref(*on->mutation())) : answer();
           }))
      .add("subscriptionType", s.type("__Type"), nothing())
      .add("directives", non_null(f.list("__Directive")),
           on<S>([](S on, const call&) { return objects<directive_source>(on->directives(), address); }), deprecated)
      .take();
}

std::vector<field_definition> type_fields(const schema& s) {
  using S = type_ref;
  const auto bare_text = [](std::string named_type::*member) {
    return on<S>([member](S t, const call&) { return t.is_wrapped() ? answer() : text_or_null(t.named().*member); });
  };
  const auto is = [](S t, type_kind kind) { return !t.is_wrapped() && t.named().kind == kind; };
  fields_of f(s);
  return f.add("kind", f.required("__TypeKind"), on<S>([](S t, const call&) { return text(kind_name(t)); }))
      .add("name", s.type("String"), bare_text(&named_type::name))
      .add("description", s.type("String"), bare_text(&named_type::description))
      .add("specifiedByURL", s.type("String"), bare_text(&named_type::specified_by))
      .add("fields", f.list("__Field"), on<S>([is](S t, const call&) {
             return is(t, type_kind::object) ? objects<field_source>(t.named().fields, address) : answer();
           }),
           f.include_deprecated())
      .add("interfaces", f.list("__Type"),
           on<S>([is](S t, const call&) { return is(t, type_kind::object) ? answer::of({}) : answer(); }))
      .add("possibleTypes", f.list("__Type"), nothing())
      .add("enumValues", f.list("__EnumValue"), on<S>([is](S t, const call&) {
             return is(t, type_kind::enumeration) ? objects<enum_source>(t.named().values, address) : answer();
           }),
           f.include_deprecated())
      .add("inputFields", f.list("__InputValue"), nothing(), f.include_deprecated())
      .add("ofType", s.type("__Type"),
           on<S>([](S t, const call&) { return t.is_wrapped() ? answer::object(t.inner()) : answer(); }))
      .add("isOneOf", s.type("Boolean"), nothing())
      .take();
}

std::vector<field_definition> field_fields(const schema& s) {
  using S = field_source;
  fields_of f(s);
  return f.named<S>()
      .add("args", non_null(f.list("__InputValue")),
           on<S>([](S on, const call&) { return objects<argument_source>(on->arguments, address); }),
           f.include_deprecated())
      .add("type", f.required("__Type"), on<S>([](S on, const call&) { return answer::object(on->type); }))
      .deprecation()
      .take();
}

std::vector<field_definition> input_value_fields(const schema& s) {
  using S = argument_source;
  fields_of f(s);
  return f.named<S>()
      .add("type", f.required("__Type"), on<S>([](S on, const call&) { return answer::object(on->type); }))
      .add("defaultValue", s.type("String"), on<S>([](S on, const call&) {
             return on->fallback ? text(boost::json::serialize(*on->fallback)) : answer();
           }))
      .deprecation()
      .take();
}

std::vector<field_definition> directive_fields(const schema& s) {
  using S = directive_source;
  fields_of f(s);
  return f.named<S>()
      .add("isRepeatable", f.required("Boolean"), never())
      .add("locations", non_null(f.list("__DirectiveLocation")), on<S>([](S on, const call&) {
             answer::list out;
             for (const std::string& l : on->locations) out.push_back(text(l));
             return answer::of(std::move(out));
           }))
      .add("args", non_null(f.list("__InputValue")),
           on<S>([](S on, const call&) { return objects<argument_source>(on->arguments, address); }),
           f.include_deprecated())
      .deprecation()
      .take();
}

}  // namespace

void add_introspection_types(schema& to) {
  const auto add = [&](type_kind kind, std::string name, std::string description) -> named_type& {
    return to.add({.kind = kind, .name = std::move(name), .description = std::move(description)});
  };
  named_type& schema_type =
      add(type_kind::object, "__Schema", "What can be asked: types, directives, and where to start.");
  named_type& type =
      add(type_kind::object, "__Type", "A scalar, an object, an enumeration, or a list or non-null of one.");
  named_type& kind = add(type_kind::enumeration, "__TypeKind", "Which kind of type a `__Type` is.");
  named_type& field = add(type_kind::object, "__Field", "A field of an object, with its arguments and its type.");
  named_type& input = add(type_kind::object, "__InputValue", "An argument of a field or of a directive.");
  named_type& value = add(type_kind::object, "__EnumValue", "One of the names that an enumeration allows.");
  named_type& directive =
      add(type_kind::object, "__Directive", "A note on part of a query that changes how it is answered.");
  named_type& location = add(type_kind::enumeration, "__DirectiveLocation", "A place where a directive may stand.");

  for (const char* n : {"SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"})
    kind.values.push_back({n, ""});
  for (const char* n : {"QUERY",
                        "MUTATION",
                        "SUBSCRIPTION",
                        "FIELD",
                        "FRAGMENT_DEFINITION",
                        "FRAGMENT_SPREAD",
                        "INLINE_FRAGMENT",
                        "VARIABLE_DEFINITION",
                        "SCHEMA",
                        "SCALAR",
                        "OBJECT",
                        "FIELD_DEFINITION",
                        "ARGUMENT_DEFINITION",
                        "INTERFACE",
                        "UNION",
                        "ENUM",
                        "ENUM_VALUE",
                        "INPUT_OBJECT",
                        "INPUT_FIELD_DEFINITION",
                        "DIRECTIVE_DEFINITION"})
    location.values.push_back({n, ""});

  schema_type.fields = schema_fields(to);
  type.fields = type_fields(to);
  field.fields = field_fields(to);
  input.fields = input_value_fields(to);
  value.fields = fields_of(to).named<enum_source>().deprecation().take();
  directive.fields = directive_fields(to);
}

std::deque<directive_definition> standard_directives(const schema& of) {
  const type_ref boolean = non_null(of.type("Boolean"));
  const std::vector<std::string> selections = {"FIELD", "FRAGMENT_SPREAD", "INLINE_FRAGMENT"};
  return {
      {"include", "Answers this field or fragment only where `if` is true.", selections, {{"if", "", boolean}}},
      {"skip", "Leaves this field or fragment out where `if` is true.", selections, {{"if", "", boolean}}},
      {"deprecated",
       "Says that something is going to be removed.",
       {"FIELD_DEFINITION", "ARGUMENT_DEFINITION", "INPUT_FIELD_DEFINITION", "ENUM_VALUE", "DIRECTIVE_DEFINITION"},
       {{"reason", "", of.type("String"), boost::json::value("No longer supported")}}},
      {"specifiedBy", "Says where a scalar is specified.", {"SCALAR"}, {{"url", "", non_null(of.type("String"))}}},
  };
}

std::vector<field_definition> introspection_fields(const schema& of) {
  const schema* whole = &of;
  return {
      {"__schema",
       "",
       non_null(of.type("__Schema")),
       {},
       [whole](const std::any&, const call&) -> result<answer> { return answer::object(whole); }},
      {"__type",
       "",
       of.type("__Type"),
       {{"name", "", non_null(of.type("String"))}},
       [whole](const std::any&, const call& c) -> result<answer> {
         const named_type* found = whole->find_type(c.arguments.at("name").as_string());
         return found ? answer::object(type_ref(*found)) : answer();
       }},
  };
}

}  // namespace canary::api::graphql
