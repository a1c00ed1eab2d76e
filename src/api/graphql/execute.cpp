#include "canary/api/graphql/execute.hpp"

#include "input.hpp"
#include "selection.hpp"

#include <algorithm>
#include <optional>

namespace canary::api::graphql {
namespace {

struct too_costly {};

// Of a text in the response, so that a cheap query cannot ask for a gigabyte.
constexpr std::size_t bytes_for_one = 512;

class execution {
 public:
  execution(const schema& types, const ast::document& doc, const boost::json::object& variables, const std::any& root,
            const limits& within)
      : types_(types), collector_(types, doc, variables), variables_(variables), root_(root), within_(within) {
    spend_ = [this](std::size_t cost) { spend(cost); };
  }

  response run(const ast::operation& op) {
    boost::json::value data;
    try {
      const named_type& begin = *types_.root(op.kind);
      field_groups groups = collector_.collect(begin, {&op.children});
      if (auto object = fields(begin, groups, root_)) data = std::move(*object);  // one after the other, as 6.2.2 says
    } catch (directive_fault& fault) {
      tell(std::move(fault.what));
    } catch (const too_costly&) {
      errors_ = {make_error("The query costs more than " + std::to_string(within_.max_cost) +
                            ": ask for fewer fields, or for a smaller `first`.")};
    }
    response out;
    out.executed = true;
    if (!errors_.empty()) {
      auto& list = out.body["errors"].emplace_array();
      for (const query_error& e : errors_) list.push_back(to_json(e));
    }
    out.body["data"] = std::move(data);
    if (!extensions_.empty()) out.body["extensions"] = std::move(extensions_);
    return out;
  }

 private:
  /// Empty where the error goes to the parent: it was null where null may not be.
  using completed = std::optional<boost::json::value>;

  void spend(std::size_t cost) {
    constexpr std::size_t pause_every = 500;
    spent_ += cost;
    if (spent_ > within_.max_cost) throw too_costly{};
    if (within_.pause && spent_ - paused_at_ >= (cost > 1 ? 1 : pause_every)) {
      paused_at_ = spent_;
      within_.pause();
    }
  }

  // Notes an error at the current path.
  void tell(query_error e) {
    e.path = path_;
    if (errors_.size() < within_.max_errors) errors_.push_back(std::move(e));
  }

  completed fail(const field_group& g, type_ref type, std::string message) {
    tell(make_error(std::move(message), g.positions()));
    return null_as(type);
  }
  static completed null_as(type_ref type) { return type.is_non_null() ? completed() : completed(nullptr); }

  std::optional<boost::json::object> fields(const named_type& parent, field_groups& groups, const std::any& source) {
    boost::json::object out;
    out.reserve(groups.size());
    for (field_group& g : groups) {
      path_.push_back(boost::json::value(g.response_name));
      completed value = field(parent, g, source);
      path_.pop_back();
      if (!value) return std::nullopt;
      out.emplace(g.response_name, std::move(*value));
    }
    return out;
  }

  completed field(const named_type& parent, field_group& g, const std::any& source) {
    const field_definition& definition = *g.definition;
    if (!definition.resolve) {
      spend(1);
      return boost::json::value(parent.name);  // __typename
    }
    const ast::field& first = *g.uses.front();
    auto arguments = coerce_arguments(definition.arguments, first.arguments, first.at, variables_);
    if (!arguments) {
      tell(std::move(arguments).error());
      return null_as(definition.type);
    }
    const call c{*arguments, g.response_name, extensions_, root_, spend_};
    result<answer> got = definition.resolve(source, c);
    if (!got) return fail(g, definition.type, got.error().message);
    return complete(parent, g, definition.type, *got);
  }

  completed complete(const named_type& parent, field_group& g, type_ref type, answer& got) {
    if (type.is_non_null()) {
      if (got.is_null())
        return fail(g, type,
                    "Cannot return null for non-nullable field " + parent.name + '.' + g.definition->name + '.');
      completed value = complete(parent, g, type.inner(), got);
      return value && value->is_null() ? completed() : std::move(value);  // the error has been told below
    }
    spend(1);
    if (got.is_null()) return boost::json::value(nullptr);
    if (type.is_list()) return list(parent, g, type.inner(), got.as_list());
    if (type.named().is_leaf()) {
      if (const auto* text = got.as_leaf().if_string()) spend(text->size() / bytes_for_one);
      return std::move(got.as_leaf());
    }
    try {
      auto object = fields(type.named(), collector_.children(g, type.named()), got.as_object());
      return object ? boost::json::value(std::move(*object)) : boost::json::value(nullptr);
    } catch (directive_fault& fault) {
      tell(std::move(fault.what));
      return boost::json::value(nullptr);
    }
  }

  completed list(const named_type& parent, field_group& g, type_ref item, answer::list& items) {
    boost::json::array out;
    out.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) {
      path_.push_back(i);
      completed value = complete(parent, g, item, items[i]);
      items[i] = answer();  // so that what was read for it is not kept for the whole list
      path_.pop_back();
      if (!value) return boost::json::value(nullptr);
      out.push_back(std::move(*value));
    }
    return boost::json::value(std::move(out));
  }

  const schema& types_;
  collector collector_;
  const boost::json::object& variables_;
  const std::any& root_;
  const limits& within_;
  std::function<void(std::size_t)> spend_;
  std::size_t spent_ = 0;
  std::size_t paused_at_ = 0;
  boost::json::array path_;
  std::vector<query_error> errors_;
  boost::json::object extensions_;
};

response refuse_with(query_error e) { return refuse({std::move(e)}); }

}  // namespace

response refuse(const std::vector<query_error>& errors) {
  response out;
  auto& list = out.body["errors"].emplace_array();
  for (const query_error& e : errors) list.push_back(to_json(e));
  return out;
}

response execute(const schema& types, const ast::document& doc, std::string_view operation_name,
                 const boost::json::object& variables, const std::any& root, const limits& within) {
  const auto& all = doc.operations;
  if (all.empty()) return refuse_with(make_error("Must provide an operation."));
  if (operation_name.empty() && all.size() > 1)
    return refuse_with(make_error("Must provide operation name if query contains multiple operations."));
  const auto op = operation_name.empty() ? all.begin() : std::find_if(all.begin(), all.end(), [&](const auto& one) {
    return one.called && one.called->text == operation_name;
  });
  if (op == all.end())
    return refuse_with(make_error("Unknown operation named \"" + std::string(operation_name) + "\"."));
  if (!types.root(op->kind)) {
    const char* kind = op->kind == ast::operation_kind::mutation ? "mutation" : "subscription";
    return refuse_with(
        make_error("Schema is not configured to execute " + std::string(kind) + " operation.", {op->at}));
  }
  if (op->kind == ast::operation_kind::mutation && !within.no_mutations.empty()) {
    response out = refuse_with(make_error(std::string(within.no_mutations), {op->at}));
    out.forbidden = true;
    return out;
  }
  const auto coerced = coerce_variables(types, *op, variables, within);
  if (!coerced) return refuse(coerced.error());
  return execution(types, doc, *coerced, root, within).run(*op);
}

}  // namespace canary::api::graphql
