#include "inspection.hpp"

#include "page_entries.hpp"

#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <deque>
#include <string>

namespace canary::store {
namespace {

using namespace layout;

/// Pages past the end that nothing knows of. LMDB is not known to leave any.
constexpr std::uint64_t most_unknown = 256;
constexpr const char* of_no_transaction = "its header is of no transaction";
constexpr const char* twice = "it is in use twice, or free and in use";
/// Files of other programs may be ordered in ways that are not looked at; of ours, only the list of free pages.
constexpr std::uint16_t other_orders = reverse_keys | number_keys | number_values | reverse_values;

struct damage {
  finding::kind what;
  std::string where;
};
struct out_of_time {};

enum class role : std::uint8_t { free_list, tables, table, values };

struct walked_tree {
  tree is;
  role kind;
  std::uint64_t entries = 0;  // found so far
};

struct visit {
  walked_tree* in;
  std::uint64_t page;
  std::uint16_t level;
};

std::uint64_t number_in(std::string_view bytes) {
  std::uint64_t number = 0;
  std::memcpy(&number, bytes.data(), sizeof number);
  return number;
}

class inspector {
 public:
  inspector(int descriptor, std::uint64_t size, const std::function<bool()>& time_is_up)
      : descriptor_(descriptor), size_(size), time_is_up_(time_is_up) {}

  void run() {
    read_meta();
    walk({meta_.trees[0], role::free_list});
    if (meta_.last_page >= pages_ + free_past_end_ + most_unknown) bad(0, "its header tells an impossible size");
    // Numbers are skipped where a file has had another one's lock, which tells the number of the next. What a
    // transaction has freed stands in the list under its number; one that is there by damage has freed nothing.
    if (!neighbours_ && !newest_has_freed_) bad(0, of_no_transaction);
    timed_ = true;  // until here, time does not matter: pages that are taken for free are the first to be written
    walk({meta_.trees[1], role::tables});
    std::sort(tables_.begin(), tables_.end(), [](const tree& a, const tree& b) { return a.entries < b.entries; });
    for (const tree& table : tables_) walk({table, role::table});
  }

 private:
  [[noreturn]] static void bad(std::uint64_t page, const char* what) {
    throw damage{finding::kind::damaged, "page " + std::to_string(page) + ": " + what};
  }

  std::string_view read(std::uint64_t at, std::size_t size, std::string& into) const {
    into.resize(size);
    const ssize_t got = ::pread(descriptor_, into.data(), size, static_cast<off_t>(at));
    if (got != static_cast<ssize_t>(size)) throw damage{finding::kind::cut_off, {}};
    return into;
  }

  void read_meta() {
    meta_page both[2];
    std::string bytes;
    std::memcpy(&both[0], read(0, sizeof both[0], bytes).data(), sizeof both[0]);
    page_size_ = both[0].trees[0].pad;
    std::memcpy(&both[1], read(page_size_, sizeof both[1], bytes).data(), sizeof both[1]);
    // Transactions take turns in writing the two: each writes the one of its own parity.
    const std::uint64_t first = both[0].transaction, second = both[1].transaction;
    const bool parities = first % 2 == 0 && (second % 2 == 1 || second == 0);
    if (!parities) bad(0, of_no_transaction);
    neighbours_ = (first == 0 && second == 0) || first + 1 == second || second + 1 == first;
    meta_ = both[second > first ? 1 : 0];
    pages_ = size_ / page_size_;
    if (meta_.last_page < 1) bad(0, "its header tells no last page");
    in_use_.resize(std::min(pages_, meta_.last_page + 1));
    // The flags above are the environment's.
    if ((meta_.trees[0].flags & 0xff) != number_keys) bad(0, "its header tells another kind of file");
  }

  /// Nothing else may be in these pages.
  void claim(std::uint64_t page, std::uint64_t count) {
    if (page < 2 || page > meta_.last_page || count > meta_.last_page + 1 - page)
      bad(page, "it is outside of the file");
    if (page + count > pages_) throw damage{finding::kind::cut_off, {}};
    for (std::uint64_t i = page; i < page + count; ++i) {
      if (in_use_[i]) bad(i, twice);
      in_use_[i] = true;
    }
  }

  void look_at_the_clock() {
    if (timed_ && time_is_up_ && time_is_up_()) throw out_of_time{};
  }

  void walk(walked_tree root) {
    std::deque<walked_tree> trees{root};  // those of many values are found on the way
    std::vector<visit> waiting;
    for (std::size_t i = 0; i < trees.size(); ++i) {
      walked_tree& at = trees[i];
      begin(at, waiting);
      std::string page;
      while (!waiting.empty()) {
        const visit next = waiting.back();
        waiting.pop_back();
        look_at_the_clock();
        claim(next.page, 1);
        look_into(next, read(next.page * page_size_, page_size_, page), waiting, trees);
      }
      if (at.entries != at.is.entries)
        bad(at.is.root == nowhere ? 0 : at.is.root, "its tree has another count of entries");
    }
  }

  static void begin(walked_tree& at, std::vector<visit>& waiting) {
    if (at.is.depth > deepest || (at.is.depth == 0) != (at.is.root == nowhere)) bad(0, "a tree has no root");
    if (at.is.root != nowhere) waiting.push_back({&at, at.is.root, 1});
  }

  void look_into(const visit& at, std::string_view page, std::vector<visit>& waiting, std::deque<walked_tree>& trees) {
    const page_head head = head_of(page);
    if (head.number != at.page) bad(at.page, "it is not the page that should be there");
    const tree& is = at.in->is;
    const bool lowest = at.level == is.depth;
    if (lowest && at.in->kind == role::values && is.flags & fixed_values) {
      if (head.flags != (leaf | fixed_items)) bad(at.page, "it is of another kind");
      const auto items = fixed_items_of(page, is.pad);
      if (!items) bad(at.page, "its bounds are wrong");
      in_order(at.page, *items, is.flags);
      at.in->entries += items->size();
      return;
    }
    if (head.flags != (lowest ? leaf : branch)) bad(at.page, "it is of another kind");
    const auto entries = entries_of(page);
    if (!entries || entries->size() < (lowest || at.in->kind == role::free_list ? 1u : 2u)) {
      bad(at.page, "its bounds are wrong");
    }
    std::vector<std::string_view> keys;
    for (const page_entry& entry : *entries) keys.push_back(entry.key);
    if (!lowest) keys.erase(keys.begin());  // LMDB does not look at a branch's first
    const bool free_list = at.in->kind == role::free_list;
    if (free_list && !std::all_of(keys.begin(), keys.end(), [](auto key) { return key.size() == 8; })) {
      bad(at.page, "it lists free pages of no transaction");
    }
    in_order(at.page, keys, is.flags);
    if (free_list && lowest && number_in(keys.back()) == meta_.transaction) newest_has_freed_ = true;
    for (const page_entry& entry : *entries) {
      if (lowest) {
        take_value(at, entry, trees);
      } else {
        waiting.push_back({at.in, entry.child, static_cast<std::uint16_t>(at.level + 1)});
      }
    }
  }

  static void in_order(std::uint64_t page, const std::vector<std::string_view>& keys, std::uint16_t tree_flags) {
    if (tree_flags & other_orders) return;
    if (std::adjacent_find(keys.begin(), keys.end(), std::greater_equal<>()) != keys.end()) {
      bad(page, "its keys are out of order");
    }
  }

  void take_value(const visit& at, const page_entry& entry, std::deque<walked_tree>& trees) {
    const bool may_be_many = at.in->kind != role::values && at.in->is.flags & many_values;
    ++at.in->entries;
    switch (entry.flags) {
      case 0:
        if (may_be_many && entry.size > longest_key) bad(at.page, "a value is too long for its table");
        if (at.in->kind == role::free_list) free_pages(at.page, entry.value);
        return;
      case big_data: {
        if (may_be_many) break;
        const std::uint64_t count = (sizeof(page_head) - 1 + entry.size) / page_size_ + 1;
        const std::uint64_t first = number_in(entry.value);
        claim(first, count);
        std::string bytes;
        const page_head head = head_of(read(first * page_size_, sizeof head, bytes));
        if (head.number != first || head.flags != overflow || (head.lower | std::uint64_t{head.upper} << 16) != count) {
          bad(first, "it is not the page that should be there");
        }
        if (at.in->kind == role::free_list) {
          free_pages(first, read(first * page_size_ + sizeof head, entry.size, bytes));
        }
        return;
      }
      case tree_data:
        if (at.in->kind != role::tables || entry.size != sizeof(tree)) break;
        tables_.push_back(tree_in(entry.value));
        return;
      case many_data:
        if (!may_be_many) break;
        at.in->entries += count_inside(at, entry.value) - 1;
        return;
      case many_data | tree_data:
        if (!may_be_many || entry.size != sizeof(tree)) break;
        trees.push_back(values_in(at, entry.value));
        at.in->entries += trees.back().is.entries - 1;
        return;
    }
    bad(at.page, "it has an entry of a kind that cannot be there");
  }

  static tree tree_in(std::string_view value) {
    tree found;
    std::memcpy(&found, value.data(), sizeof found);
    return found;
  }

  /// Many values of one key are a tree of their own.
  static walked_tree values_in(const visit& at, std::string_view value) {
    walked_tree found{tree_in(value), role::values};
    const auto outer = at.in->is.flags;
    if (found.is.flags != ((outer & fixed_values) | (outer & number_values ? number_keys : 0)) ||
        found.is.entries == 0) {
      bad(at.page, "an entry is of another kind");
    }
    found.is.flags |= outer & other_orders;
    return found;
  }

  /// Few values of one key are a small page inside of the entry.
  std::uint64_t count_inside(const visit& at, std::string_view page) const {
    if (page.size() < sizeof(page_head)) bad(at.page, "an entry's bounds are wrong");
    const page_head head = head_of(page);
    const auto flags = at.in->is.flags;
    if ((head.flags & ~changed) != (leaf | inner_page | (flags & fixed_values ? fixed_items : 0))) {
      bad(at.page, "an entry is of another kind");
    }
    std::vector<std::string_view> values;
    if (flags & fixed_values) {
      const auto items = fixed_items_of(page, head.pad);
      if (items) values = *items;
    } else if (const auto entries = entries_of(page)) {
      for (const page_entry& entry : *entries) values.push_back(entry.key);
    }
    if (values.empty()) bad(at.page, "an entry's bounds are wrong");
    in_order(at.page, values, flags);
    return values.size();
  }

  /// A count and so many page numbers, in descending order.
  void free_pages(std::uint64_t page, std::string_view list) {
    const std::uint64_t count =
        list.size() < sizeof count || list.size() % sizeof count != 0 ? nowhere : number_in(list);
    if (count > list.size() / sizeof count - 1) bad(page, "its list of free pages has no end");
    std::uint64_t before = meta_.last_page + 1;
    for (std::uint64_t i = 1; i <= count; ++i) {
      const std::uint64_t free = number_in(list.substr(i * sizeof free));
      if (free < 2 || free >= before) bad(page, "its list of free pages is out of order");
      before = free;
      if (free >= pages_) {  // free pages at the end need not be there
        ++free_past_end_;
        continue;
      }
      if (in_use_[free]) bad(free, twice);
      in_use_[free] = true;
    }
  }

  const int descriptor_;
  const std::uint64_t size_;
  const std::function<bool()>& time_is_up_;
  std::uint64_t free_past_end_ = 0;
  bool timed_ = false;
  bool neighbours_ = true;         // the two headers are of transactions that follow each other
  bool newest_has_freed_ = false;  // something, going by the list of free pages
  std::uint64_t page_size_ = 0, pages_ = 0;
  meta_page meta_{};
  std::vector<bool> in_use_;  // or free: seen, either way
  std::vector<tree> tables_;
};

}  // namespace

finding inspect(int descriptor, std::uint64_t size, const std::function<bool()>& time_is_up) {
  try {
    inspector(descriptor, size, time_is_up).run();
  } catch (const damage& found) {
    return {found.what, found.where};
  } catch (const out_of_time&) {
    return {finding::kind::unfinished, {}};
  }
  return {};
}

}  // namespace canary::store
