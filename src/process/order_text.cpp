#include "process/order_text.hpp"

#include <sys/mman.h>
#include <sys/stat.h>

#include <charconv>
#include <stdexcept>
#include <string_view>

namespace canary::process {
namespace {

// Each text with a NUL behind it, which none of them holds.
void add(std::string& all, std::string_view text) {
  all += text;
  all += '\0';
}

std::string take(std::string_view& rest) {
  const auto end = rest.find('\0');
  if (end == rest.npos) throw std::runtime_error("an order is cut short");
  std::string text(rest.substr(0, end));
  rest.remove_prefix(end + 1);
  return text;
}

std::size_t take_number(std::string_view& rest) {
  const std::string text = take(rest);
  std::size_t number = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc{} || end != text.data() + text.size()) throw std::runtime_error("an order is damaged");
  return number;
}

}  // namespace

descriptor write_order(const start_order& order) {
  std::string all;
  add(all, order.folder);
  add(all, order.search_path);
  add(all, std::to_string(order.words.size()));
  for (const auto& word : order.words) add(all, word);
  for (const auto& variable : order.environment) add(all, variable);
  descriptor file(::memfd_create("order", MFD_CLOEXEC));
  if (!file) return file;
  for (std::string_view rest = all; !rest.empty();) {
    const ssize_t written = ::write(file.get(), rest.data(), rest.size());
    if (written <= 0) return descriptor{};
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
  return file;
}

start_order read_order(int file) {
  struct stat about {};
  if (::fstat(file, &about) != 0) throw std::runtime_error("an order cannot be read");
  std::string all(static_cast<std::size_t>(about.st_size), '\0');
  for (std::size_t at = 0; at < all.size();) {
    const ssize_t got = ::pread(file, all.data() + at, all.size() - at, static_cast<off_t>(at));
    if (got <= 0) throw std::runtime_error("an order cannot be read");
    at += static_cast<std::size_t>(got);
  }
  std::string_view rest = all;
  start_order order;
  order.folder = take(rest);
  order.search_path = take(rest);
  for (auto count = take_number(rest); count > 0; --count) order.words.push_back(take(rest));
  while (!rest.empty()) order.environment.push_back(take(rest));
  return order;
}

}  // namespace canary::process
