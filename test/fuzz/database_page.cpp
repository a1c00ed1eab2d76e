// Pages of a damaged database file, before LMDB sees them.

#include "store/page_entries.hpp"

#include "fuzz/fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  namespace store = canary::store;
  canary::fuzz::input in(data, size);
  const std::size_t item_size = in.number(2);
  // The rest is the page's beginning and its end, with zeros between: a page is long.
  std::string page(512, '\0');
  const auto begin = in.bytes(size / 2), end = in.rest();
  std::copy_n(begin.begin(), std::min(begin.size(), page.size()), page.begin());
  std::copy_n(end.rbegin(), std::min(end.size(), page.size()), page.rbegin());
  const canary::fuzz::exact copy(page);

  const auto inside = [&](std::string_view part) {
    return part.empty() ||
           (part.data() >= copy.text().data() && part.data() + part.size() <= copy.text().data() + copy.text().size());
  };
  static_cast<void>(store::head_of(copy.text()));
  if (const auto entries = store::entries_of(copy.text())) {
    std::size_t bytes = 0;
    for (const auto& entry : *entries) {
      MUST_HOLD(inside(entry.key) && inside(entry.value));
      bytes += entry.key.size() + entry.value.size();
    }
    MUST_HOLD(bytes <= page.size());
  }
  if (const auto items = store::fixed_items_of(copy.text(), item_size)) {
    for (const auto& item : *items) MUST_HOLD(inside(item) && item.size() == item_size);
  }
  return 0;
}
