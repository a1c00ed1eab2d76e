#pragma once
// A GraphQL document as parsed: operations and fragments (specification of October 2021, section 2).
//
// Names are views into the text that was parsed, which must outlive the document.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace canary::api::graphql::ast {

/// Both from 1; columns count UTF-16 units, as editors written in JavaScript do.
struct position {
  std::uint32_t line = 1;
  std::uint32_t column = 1;

  bool operator==(const position&) const = default;
};

struct name {
  std::string_view text;
  position at;
};

struct object_field;

struct value {
  enum class kind_of : unsigned char { variable, integer, floating, string, boolean, null, enumeration, list, object };

  kind_of kind = kind_of::null;
  position at;
  std::string text;                  ///< a variable's name without '$', digits, a string's content, an enum's name
  bool truth = false;                ///< of a boolean
  std::vector<value> items;          ///< of a list
  std::vector<object_field> fields;  ///< of an object
};

struct object_field {
  name called;
  value content;
};

struct argument {
  name called;
  value content;
};

struct directive {
  position at;
  name called;
  std::vector<argument> arguments;
};

/// '[Int!]!' and the like.
struct type {
  position at;
  name named;
  /// What stands around the name, outermost in the lowest bits; see `type_ref`.
  std::uint64_t wraps = 0;
};

struct variable_definition {
  position at;
  name called;  ///< without '$'; its position is the name's own
  type declared;
  std::optional<value> fallback;
  std::vector<directive> directives;
};

struct selection;

struct selection_set {
  position at;
  std::vector<selection> selections;
};

struct field {
  position at;
  std::optional<name> alias;
  name called;
  std::vector<argument> arguments;
  std::vector<directive> directives;
  std::optional<selection_set> children;

  /// The key of its value in the response.
  std::string_view response_name() const { return alias ? alias->text : called.text; }
};

struct fragment_spread {
  position at;
  name called;
  std::vector<directive> directives;
};

struct inline_fragment {
  position at;
  std::optional<name> condition;
  std::vector<directive> directives;
  selection_set children;
};

struct selection {
  std::variant<field, fragment_spread, inline_fragment> is;
};

enum class operation_kind : unsigned char { query, mutation, subscription };

struct operation {
  position at;
  operation_kind kind = operation_kind::query;
  std::optional<name> called;
  std::vector<variable_definition> variables;
  std::vector<directive> directives;
  selection_set children;
};

struct fragment {
  position at;
  name called;
  name condition;
  std::vector<directive> directives;
  selection_set children;
};

struct document {
  std::vector<operation> operations;
  std::vector<fragment> fragments;
};

}  // namespace canary::api::graphql::ast
