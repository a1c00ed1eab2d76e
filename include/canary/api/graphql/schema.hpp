#pragma once
// A GraphQL schema as data: scalars, enums and objects, their fields, and who answers for each.
//
// Interfaces, unions and input objects do not exist here: nothing that is served needs them.

#include "canary/api/graphql/ast.hpp"
#include "canary/core/result.hpp"

#include <boost/json/value.hpp>

#include <any>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace canary::api::graphql {

struct named_type;

/// A named type with the lists and non-nulls around it. Two are equal where they are written alike.
class type_ref {
 public:
  /// Codes of `wraps`, two bits each, outermost lowest.
  static constexpr std::uint64_t list_code = 1, non_null_code = 2;
  /// No more than this many fit around a name.
  static constexpr std::size_t max_wraps = 31;

  type_ref(const named_type& named, std::uint64_t wraps = 0) : named_(&named), wraps_(wraps) {}

  const named_type& named() const noexcept { return *named_; }
  bool is_non_null() const noexcept { return (wraps_ & 3) == non_null_code; }
  bool is_list() const noexcept { return (wraps_ & 3) == list_code; }
  bool is_wrapped() const noexcept { return wraps_ != 0; }

  /// What a list or non-null is made of. Only where `is_wrapped()`.
  type_ref inner() const noexcept { return {*named_, wraps_ >> 2}; }
  type_ref nullable() const noexcept { return is_non_null() ? inner() : *this; }

  /// '[TestInstance!]!'
  std::string text() const;

  bool operator==(const type_ref&) const = default;

  /// With one more around it.
  type_ref with(std::uint64_t code) const noexcept { return {*named_, wraps_ << 2 | code}; }

 private:
  const named_type* named_;
  std::uint64_t wraps_;
};

inline type_ref list_of(type_ref t) { return t.with(type_ref::list_code); }
inline type_ref non_null(type_ref t) { return t.with(type_ref::non_null_code); }

/// What a resolver answers: null, a leaf as JSON, an object for the resolvers of its fields, or a list of these.
class answer {
 public:
  using list = std::vector<answer>;

  answer() = default;  ///< null
  static answer leaf(boost::json::value v) { return make<boost::json::value>(std::move(v)); }
  static answer object(std::any source) { return make<std::any>(std::move(source)); }
  static answer of(list items) { return make<list>(std::move(items)); }

  bool is_null() const noexcept { return is_.index() == 0; }

  /// These throw std::bad_variant_access where it is something else: a resolver that does not give its field's type.
  boost::json::value& as_leaf() { return std::get<boost::json::value>(is_); }
  const std::any& as_object() const { return std::get<std::any>(is_); }
  list& as_list() { return std::get<list>(is_); }

 private:
  template <class T>
  static answer make(T v) {
    answer a;
    a.is_.emplace<T>(std::move(v));
    return a;
  }

  std::variant<std::monostate, boost::json::value, std::any, list> is_;
};

/// What a resolver is told, and may ask.
struct call {
  const boost::json::object& arguments;  ///< checked and coerced; an argument neither given nor defaulted is absent
  std::string_view response_name;
  boost::json::object& extensions;  ///< of the response
  const std::any& root;             ///< what `sources` the operation has
  const std::function<void(std::size_t)>&
      spend;  ///< takes so much of `limits::max_cost`, before the work; may not return
};

/// `source` is what the parent's resolver gave, or the root. An error becomes the field's.
using resolver = std::function<result<answer>(const std::any& source, const call& c)>;

struct argument_definition {
  std::string name, description;
  type_ref type;
  std::optional<boost::json::value> fallback = {};

  bool required() const { return type.is_non_null() && !fallback; }
};

struct field_definition {
  std::string name, description;
  type_ref type;
  std::vector<argument_definition> arguments;
  resolver resolve;
};

struct enum_value {
  std::string name, description;
};

enum class type_kind : unsigned char { scalar, object, enumeration };

/// How a scalar reads its input. The error is the whole message.
struct scalar_input {
  result<boost::json::value> (*from_json)(const boost::json::value& given) = nullptr;
  result<boost::json::value> (*from_literal)(const ast::value& given) = nullptr;
};

struct named_type {
  type_kind kind = type_kind::scalar;
  std::string name, description;
  std::string specified_by = {};              ///< of a scalar: an address, or ''
  scalar_input input = {};                    ///< of a scalar
  std::vector<field_definition> fields = {};  ///< of an object
  std::vector<enum_value> values = {};        ///< of an enumeration

  bool is_leaf() const noexcept { return kind != type_kind::object; }
  const field_definition* find_field(std::string_view called) const;
};

struct directive_definition {
  std::string name, description;
  std::vector<std::string> locations;
  std::vector<argument_definition> arguments;
};

/// Built once, then only read. Begins with the built-in scalars, the introspection types and the directives @include,
/// @skip, @deprecated and @specifiedBy.
class schema {
 public:
  explicit schema(std::string description = {});
  schema(const schema&) = delete;
  schema& operator=(const schema&) = delete;

  const std::string& description() const noexcept { return description_; }

  /// The added type stays where it is. Fields may be set later.
  named_type& add(named_type t);

  const named_type* find_type(std::string_view called) const;
  const directive_definition* find_directive(std::string_view called) const;

  /// The type of that name. Throws std::logic_error where there is none: for building schemas.
  const named_type& type(std::string_view called) const;

  /// The object that queries start from, named 'Query'. There are no subscriptions.
  const named_type& query() const { return type("Query"); }

  /// The object that mutations start from, named 'Mutation'. Null where there is none.
  const named_type* mutation() const { return find_type("Mutation"); }

  /// Where operations of a kind start. Null where there are none.
  const named_type* root(ast::operation_kind kind) const;

  /// With __typename, which every object has, and __schema and __type, which `query()` has. Null where there is none.
  const field_definition* find_field(const named_type& object, std::string_view called) const;

  const std::deque<named_type>& types() const noexcept { return types_; }
  const std::deque<directive_definition>& directives() const noexcept { return directives_; }

 private:
  std::string description_;
  std::deque<named_type> types_;
  std::deque<directive_definition> directives_;
  std::vector<field_definition> meta_fields_;  ///< __schema, __type
  std::optional<field_definition> typename_field_;
};

}  // namespace canary::api::graphql
