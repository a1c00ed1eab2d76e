#include "canary/api/graphql/parser.hpp"

#include "canary/api/graphql/lexer.hpp"
#include "canary/api/graphql/schema.hpp"

namespace canary::api::graphql {
namespace {

struct syntax_fault {
  query_error what;
};

// Recursive descent, one member a production (appendix B of the specification). Throws syntax_fault.
class parser {
 public:
  parser(std::string_view text, const limits& within) : within_(within), lexer_(text) { advance(); }

  ast::document document() {
    ast::document doc;
    do definition(doc);
    while (current_.kind != token_kind::end);
    return doc;
  }

 private:
  // A level of nesting, for as long as it lives.
  class level {
   public:
    explicit level(parser& p) : parser_(p) {
      if (++p.depth_ > p.within_.max_depth)
        p.fail(p.current_.at, "Document is nested more than " + std::to_string(p.within_.max_depth) + " levels deep.");
    }
    ~level() { --parser_.depth_; }

   private:
    parser& parser_;
  };

  [[noreturn]] void fail(ast::position at, const std::string& what) const {
    throw syntax_fault{make_error("Syntax Error: " + what, {at})};
  }
  [[noreturn]] void unexpected(const token& t) const { fail(t.at, "Unexpected " + t.description() + "."); }

  // Makes the next token current, and returns the one that was.
  token advance() {
    auto next = lexer_.next();
    if (!next) throw syntax_fault{std::move(next).error()};
    token before = std::exchange(current_, std::move(*next));
    if (current_.kind != token_kind::end && ++count_ > within_.max_tokens)
      fail(current_.at,
           "Document contains more than " + std::to_string(within_.max_tokens) + " tokens. Parsing aborted.");
    return before;
  }

  bool at(std::string_view punctuator) const {
    return current_.kind == token_kind::punctuator && current_.text == punctuator;
  }
  bool at_keyword(std::string_view word) const { return current_.kind == token_kind::name && current_.text == word; }
  bool take(std::string_view punctuator) {
    if (!at(punctuator)) return false;
    advance();
    return true;
  }
  void expect(std::string_view punctuator) {
    if (!take(punctuator))
      fail(current_.at, "Expected \"" + std::string(punctuator) + "\", found " + current_.description() + ".");
  }
  void expect_keyword(std::string_view word) {
    if (!at_keyword(word))
      fail(current_.at, "Expected \"" + std::string(word) + "\", found " + current_.description() + ".");
    advance();
  }
  ast::name name() {
    if (current_.kind != token_kind::name) fail(current_.at, "Expected Name, found " + current_.description() + ".");
    const token t = advance();
    return {t.text, t.at};
  }

  void definition(ast::document& doc) {
    const ast::position start = current_.at;
    if (at("{")) {
      doc.operations.push_back({start, ast::operation_kind::query, {}, {}, {}, selections()});
      return;
    }
    const bool described = current_.kind == token_kind::string || current_.kind == token_kind::block_string;
    if (described) advance();
    if (described && at("{"))
      fail(start, "Unexpected description, descriptions are not supported on shorthand queries.");
    if (at_keyword("query") || at_keyword("mutation") || at_keyword("subscription")) {
      doc.operations.push_back(operation(start));
    } else if (at_keyword("fragment")) {
      doc.fragments.push_back(fragment(start));
    } else if (described && current_.kind == token_kind::name) {
      fail(start, "Unexpected description, only GraphQL definitions support descriptions.");
    } else {
      unexpected(current_);
    }
  }

  ast::operation operation(ast::position start) {
    ast::operation out{start, {}, {}, {}, {}, {}};
    const std::string_view kind = advance().text;
    out.kind = kind == "query"      ? ast::operation_kind::query
               : kind == "mutation" ? ast::operation_kind::mutation
                                    : ast::operation_kind::subscription;
    if (current_.kind == token_kind::name) out.called = name();
    if (take("(")) {
      do out.variables.push_back(variable_definition());
      while (!take(")"));
    }
    out.directives = directives(false);
    out.children = selections();
    return out;
  }

  ast::fragment fragment(ast::position start) {
    ast::fragment out{start, {}, {}, {}, {}};
    expect_keyword("fragment");
    if (at_keyword("on")) unexpected(current_);
    out.called = name();
    expect_keyword("on");
    out.condition = name();
    out.directives = directives(false);
    out.children = selections();
    return out;
  }

  ast::variable_definition variable_definition() {
    ast::variable_definition out{current_.at, {}, {}, {}, {}};
    if (current_.kind == token_kind::string || current_.kind == token_kind::block_string) advance();
    expect("$");
    out.called = name();
    expect(":");
    out.declared = type();
    if (take("=")) out.fallback = value(true);
    out.directives = directives(true);
    return out;
  }

  ast::type type() {
    ast::type out;
    const ast::position start = current_.at;
    if (take("[")) {
      const level deeper(*this);
      out = type();
      expect("]");
      wrap(out, type_ref::list_code);
    } else {
      out.named = name();
    }
    if (take("!")) wrap(out, type_ref::non_null_code);
    out.at = start;
    return out;
  }

  void wrap(ast::type& t, std::uint64_t code) const {
    if (t.wraps >> 2 * (type_ref::max_wraps - 1)) fail(current_.at, "Type is nested too deeply.");
    t.wraps = t.wraps << 2 | code;
  }

  ast::selection_set selections() {
    const level deeper(*this);
    ast::selection_set out{current_.at, {}};
    expect("{");
    do out.selections.push_back(selection());
    while (!take("}"));
    return out;
  }

  ast::selection selection() {
    if (!at("...")) return {field()};
    const ast::position start = advance().at;
    if (current_.kind == token_kind::name && !at_keyword("on")) {
      ast::fragment_spread out{start, name(), {}};
      out.directives = directives(false);
      return {std::move(out)};
    }
    ast::inline_fragment out{start, {}, {}, {}};
    if (at_keyword("on")) {
      advance();
      out.condition = name();
    }
    out.directives = directives(false);
    out.children = selections();
    return {std::move(out)};
  }

  ast::field field() {
    ast::field out{current_.at, {}, name(), {}, {}, {}};
    if (take(":")) out.alias = std::exchange(out.called, name());
    out.arguments = arguments(false);
    out.directives = directives(false);
    if (at("{")) out.children = selections();
    return out;
  }

  std::vector<ast::argument> arguments(bool constant) {
    std::vector<ast::argument> out;
    if (!take("(")) return out;
    do {
      ast::argument a{name(), {}};
      expect(":");
      a.content = value(constant);
      out.push_back(std::move(a));
    } while (!take(")"));
    return out;
  }

  std::vector<ast::directive> directives(bool constant) {
    std::vector<ast::directive> out;
    while (at("@")) {
      ast::directive d{advance().at, name(), {}};
      d.arguments = arguments(constant);
      out.push_back(std::move(d));
    }
    return out;
  }

  // `constant` where no variable may be used.
  ast::value value(bool constant) {
    using kind_of = ast::value::kind_of;
    const ast::position start = current_.at;
    ast::value out{kind_of::null, start, {}, false, {}, {}};
    switch (current_.kind) {
      case token_kind::integer:
      case token_kind::floating:
        out.kind = current_.kind == token_kind::integer ? kind_of::integer : kind_of::floating;
        out.text = advance().text;
        return out;
      case token_kind::string:
      case token_kind::block_string:
        out.kind = kind_of::string;
        out.text = advance().content;
        return out;
      case token_kind::name:
        out.text = advance().text;
        out.truth = out.text == "true";
        out.kind = out.truth || out.text == "false" ? kind_of::boolean
                   : out.text == "null"             ? kind_of::null
                                                    : kind_of::enumeration;
        return out;
      case token_kind::punctuator:
        if (at("[") || at("{")) {
          const level deeper(*this);
          at("[") ? list(out, constant) : object(out, constant);
          return out;
        }
        if (at("$")) {
          const token dollar = advance();
          if (constant && current_.kind != token_kind::name) unexpected(dollar);
          out.kind = kind_of::variable;
          out.text = name().text;
          if (constant) fail(start, "Unexpected variable \"$" + out.text + "\" in constant value.");
          return out;
        }
        break;
      case token_kind::end:
        break;
    }
    unexpected(current_);
  }

  void list(ast::value& out, bool constant) {
    out.kind = ast::value::kind_of::list;
    expect("[");
    while (!take("]")) out.items.push_back(value(constant));
  }

  void object(ast::value& out, bool constant) {
    out.kind = ast::value::kind_of::object;
    expect("{");
    while (!take("}")) {
      ast::object_field f{name(), {}};
      expect(":");
      f.content = value(constant);
      out.fields.push_back(std::move(f));
    }
  }

  const limits& within_;
  lexer lexer_;
  token current_;
  std::size_t count_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

boost::system::result<ast::document, query_error> parse(std::string_view text, const limits& within) {
  if (text.size() > within.max_bytes)
    return make_error("Syntax Error: Document is longer than " + std::to_string(within.max_bytes) + " bytes.");
  try {
    return parser(text, within).document();
  } catch (syntax_fault& fault) {
    return std::move(fault.what);
  }
}

}  // namespace canary::api::graphql
