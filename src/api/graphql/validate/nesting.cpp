// Fragment cycles and depth. Comes before all that follows spreads: no recursion after it is deeper than `max_depth`.

#include "rule.hpp"

#include <algorithm>
#include <unordered_map>

namespace canary::api::graphql::validation {
namespace {

struct spread_at {
  const ast::fragment_spread* spread;
  std::size_t depth;  ///< levels of braces around it, within its definition
};

// One definition's own braces.
struct shape {
  std::size_t height = 0;
  std::vector<spread_at> spreads;

  void measure(const ast::selection_set& set, std::size_t depth) {
    height = std::max(height, depth);
    for (const ast::selection& s : set.selections) {
      if (const auto* f = std::get_if<ast::field>(&s.is)) {
        if (f->children) measure(*f->children, depth + 1);
      } else if (const auto* spread = std::get_if<ast::fragment_spread>(&s.is)) {
        spreads.push_back({spread, depth});
      } else {
        measure(std::get<ast::inline_fragment>(s.is).children, depth + 1);
      }
    }
  }
};

class nesting_check {
 public:
  explicit nesting_check(context& c) : context_(c) {
    for (const ast::fragment& f : c.doc.fragments) {
      known_fragment& known = fragments_[f.called.text];
      known = {};  // of several by one name the last one counts
      known.own.measure(f.children, 1);
    }
  }

  nesting run() {
    for (const ast::fragment& f : context_.doc.fragments) find_cycles(f.called.text);
    if (!found_.cyclic) {
      for (const ast::operation& op : context_.doc.operations) {
        shape s;
        s.measure(op.children, 1);
        descend(s, 0, op.at);
      }
      for (const ast::fragment& f : context_.doc.fragments) descend(f.called.text, 0, f.at);
    }
    return std::move(found_);
  }

 private:
  struct known_fragment {
    shape own = {};
    bool visited = false;
    std::optional<std::size_t> on_path = {};  ///< where in `path_` its spreads begin
    std::optional<std::size_t> entered = {};  ///< the greatest depth that it was descended into at
  };

  known_fragment* find(std::string_view called) {
    const auto it = fragments_.find(called);
    return it == fragments_.end() ? nullptr : &it->second;
  }

  void too_deep(ast::position at) {
    if (!found_.too_deep)
      found_.too_deep = make_error(
          "Document is nested more than " + std::to_string(context_.within.max_depth) + " levels deep.", {at});
  }

  void find_cycles(std::string_view called) {
    known_fragment* f = find(called);
    if (!f || f->visited || found_.too_deep) return;
    if (path_.size() > context_.within.max_depth) return too_deep(path_.back()->at);
    f->visited = true;
    f->on_path = path_.size();
    for (const auto& [spread, depth] : f->own.spreads) {
      const known_fragment* next = find(spread->called.text);
      path_.push_back(spread);
      if (next && next->on_path) {
        report_cycle(*next->on_path);
      } else {
        find_cycles(spread->called.text);
      }
      path_.pop_back();
    }
    f->on_path.reset();
  }

  void report_cycle(std::size_t from) {
    found_.cyclic = true;
    std::string via;
    std::vector<ast::position> at;
    for (std::size_t i = from; i < path_.size(); ++i) {
      at.push_back(path_[i]->at);
      if (i + 1 < path_.size()) via += (via.empty() ? "" : ", ") + ('"' + std::string(path_[i]->called.text) + '"');
    }
    context_.report("Cannot spread fragment \"" + std::string(path_.back()->called.text) + "\" within itself" +
                        (via.empty() ? "." : " via " + via + '.'),
                    std::move(at));
  }

  void descend(const shape& s, std::size_t depth, ast::position at) {
    if (depth + s.height > context_.within.max_depth) return too_deep(at);
    for (const spread_at& spread : s.spreads)
      descend(spread.spread->called.text, depth + spread.depth, spread.spread->at);
  }

  void descend(std::string_view called, std::size_t depth, ast::position at) {
    known_fragment* f = find(called);
    if (!f || found_.too_deep || (f->entered && *f->entered >= depth)) return;
    f->entered = depth;
    descend(f->own, depth, at);
  }

  context& context_;
  nesting found_;
  std::unordered_map<std::string_view, known_fragment> fragments_;
  std::vector<const ast::fragment_spread*> path_;
};

}  // namespace

nesting check_nesting(context& c) { return nesting_check(c).run(); }

}  // namespace canary::api::graphql::validation
