#include "canary/script/transpiler.hpp"

#include "canary/core/embedded.hpp"
#include "canary/script/no_host.hpp"
#include "canary/script/source_map.hpp"

#include <zlib.h>

#include <algorithm>
#include <stdexcept>

namespace canary::embedded {
std::span<const file> modern_sources();
}

namespace canary::script {
namespace {

using boost::json::array;
using boost::json::value;

constexpr std::uint64_t memory = 1u << 30;  // addresses; what is touched is what is needed
constexpr nanoseconds timeout = std::chrono::minutes{10};
constexpr std::size_t most_source = 1u << 20;  // bytes; of dense code a third of that needs all the memory

constexpr std::string_view what_to_do =
    "move a part of it into modules, which are translated one by one, data into a .json file, or write it in ES5";

constexpr std::size_t most_told = 50;  // of what is wrong with one script

std::string_view embedded_file(std::string_view name) {
  for (const auto& file : embedded::modern_sources()) {
    if (file.name == name) return file.content;
  }
  throw std::runtime_error("the build has left out " + std::string(name));
}

// Piece by piece, since it takes some 20 ms.
std::string inflated(std::string_view packed, const std::function<void()>& between) {
  z_stream stream{};
  if (inflateInit2(&stream, 16 + MAX_WBITS) != Z_OK) throw std::bad_alloc{};
  std::string text;
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(packed.size());
  int state = Z_OK;
  while (state == Z_OK) {
    constexpr std::size_t piece = 64u << 10;
    const std::size_t had = text.size();
    text.resize(had + piece);
    stream.next_out = reinterpret_cast<Bytef*>(text.data() + had);
    stream.avail_out = piece;
    state = inflate(&stream, Z_NO_FLUSH);
    text.resize(had + piece - stream.avail_out);
    between();
  }
  inflateEnd(&stream);
  if (state != Z_STREAM_END) throw std::runtime_error("the embedded transpiler is damaged");
  return text;
}

// The compiler asks for the time alone.
class compiler_host final : public no_host {
 public:
  explicit compiler_host(clock& time) : time_(time) {}
  wall_time now() override { return time_.wall(); }

 private:
  clock& time_;
};

}  // namespace

bool is_modern_name(std::string_view file) {
  return file.ends_with(".ts") || file.ends_with(".mts") || file.ends_with(".mjs");
}

namespace {

// Names of the newer library's, as they stand in a text: those that ES5 has no use for.
constexpr std::string_view newer_words[] = {"const",      "Map",        "Set",     "WeakMap",        "WeakSet",
                                            "Promise",    "Symbol",     "Reflect", "AggregateError", "queueMicrotask",
                                            "setTimeout", "setInterval"};
constexpr std::string_view newer_functions[] = {"Array.from",
                                                "Array.of",
                                                "Object.entries",
                                                "Object.values",
                                                "Object.fromEntries",
                                                "Object.hasOwn",
                                                "Object.getOwnPropertyDescriptors",
                                                "Number.is",
                                                "Number.EPSILON",
                                                "Number.parse",
                                                "Math.expm1",
                                                "Math.log1p",
                                                "Math.sinh",
                                                "Math.cosh",
                                                "Math.tanh",
                                                "Math.asinh",
                                                "Math.acosh",
                                                "Math.atanh",
                                                "Math.trunc",
                                                "Math.sign",
                                                "Math.cbrt",
                                                "Math.log2",
                                                "Math.log10",
                                                "Math.hypot",
                                                "Math.clz32",
                                                "Math.imul",
                                                "Math.fround",
                                                "String.raw",
                                                "String.fromCodePoint"};
constexpr std::string_view newer_methods[] = {".at(",        ".copyWithin(", ".entries(",   ".fill(",
                                              ".find(",      ".findIndex(",  ".findLast(",  ".findLastIndex(",
                                              ".flat(",      ".flatMap(",    ".includes(",  ".padEnd(",
                                              ".padStart(",  ".replaceAll(", ".matchAll(",  ".trimEnd(",
                                              ".trimStart(", ".trimLeft(",   ".trimRight(", ".values("};

bool is_in_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$';
}

}  // namespace

bool is_read_differently(std::string_view source) {
  const auto stands_in = [&](std::string_view name, auto fits) {
    for (auto at = source.find(name); at != source.npos; at = source.find(name, at + 1)) {
      const char before = at == 0 ? ' ' : source[at - 1];
      const char after = at + name.size() == source.size() ? ' ' : source[at + name.size()];
      if (fits(before, after)) return true;
    }
    return false;
  };
  const auto as_word = [](char before, char after) {
    return before != '.' && before != '\'' && before != '"' && !is_in_name(before) && !is_in_name(after);
  };
  const auto begins = [](char before, char) { return before != '.' && !is_in_name(before); };
  const auto of_value = [](char before, char) { return before != '_'; };  // Underscore has many of them, too
  return std::any_of(std::begin(newer_words), std::end(newer_words),
                     [&](std::string_view name) { return stands_in(name, as_word); }) ||
         std::any_of(std::begin(newer_functions), std::end(newer_functions),
                     [&](std::string_view name) { return stands_in(name, begins); }) ||
         std::any_of(std::begin(newer_methods), std::end(newer_methods),
                     [&](std::string_view name) { return stands_in(name, of_value); });
}

// A compressed file ends with the checksum and the length of what is in it.
std::string transpiler_version() {
  std::string text;
  for (const char c : embedded_file("transpiler.js.gz").substr(embedded_file("transpiler.js.gz").size() - 8)) {
    text += "0123456789abcdef"[static_cast<unsigned char>(c) >> 4];
    text += "0123456789abcdef"[static_cast<unsigned char>(c) & 15];
  }
  return text;
}

class transpiler::machine {
 public:
  machine(clock& time, turns& queue, vm_factory& vms, interrupter& stop, boost::asio::yield_context yield)
      : host_(time),
        watch_(time, queue, stop, yield, time.mono() + timeout, timeout),
        vm_(vms.make(vm_scope::configuration, memory, host_, watch_)) {
    vm_->define("given", [this](const array&, const call_site&) -> outcome<boost::json::value> {
      return boost::json::value(array{*file_, *source_});
    });
    vm_->define("made", [this](const array& answer, const call_site&) -> outcome<boost::json::value> {
      answer_ = answer;
      return boost::json::value{};
    });
    const std::string program = inflated(embedded_file("transpiler.js.gz"), [&] {
      if (queue.slice_is_over()) queue.wait(yield);
    });
    ready_ = vm_->evaluate("transpiler.js", program);
  }

  boost::system::result<transpiled, verdict> transpile(const std::string& file, const std::string& source) {
    if (ready_.cause.kind != failure_class::none) return ready_;
    file_ = &file;
    source_ = &source;
    answer_.clear();
    const verdict v =
        vm_->evaluate("transpiler.js",
                      "(function () { var all = given(), it = transpile(all[0], all[1]), no = it.refused;\n"
                      "if (no) made(no); else made(it.code, it.mappings); })()");
    if (v.cause.kind != failure_class::none) return beyond(v);
    if (answer_.size() == 1) return refused(file, source);
    transpiled made{std::string(answer_.at(0).as_string()), std::string(answer_.at(1).as_string()), {}};
    auto origins = read_mappings(made.mappings);
    if (!origins) throw std::runtime_error("the transpiler's source map cannot be read");
    made.origins = std::move(*origins);
    return made;
  }

 private:
  verdict refused(const std::string& file, const std::string& source) const {
    verdict v;
    for (const value& each : answer_.at(0).as_array()) {
      script_error error;
      error.message = std::string(each.at("message").as_string());
      error.file = file;
      error.line = static_cast<int>(each.at("line").to_number<double>());
      error.column = static_cast<int>(each.at("column").to_number<double>());
      error.excerpt = excerpt(source, error.line, error.column);
      if (!v.error) {
        v.cause = {failure_class::script, error.message};
        v.error = std::move(error);
      } else if (v.more.size() < most_told) {
        v.more.push_back(std::move(error));
      }
    }
    return v;
  }

  // It is our program that failed, at lines that are nothing to the author.
  static verdict beyond(verdict v) {
    if (v.cause.kind == failure_class::limit) {
      v.cause.message = "the script is too large to be translated from modern JavaScript: that takes more than " +
                        std::to_string(memory >> 20) + " MiB of memory; " + std::string(what_to_do);
      v.error.reset();
      return v;
    }
    if (v.cause.kind == failure_class::timeout || v.cause.kind == failure_class::interrupted) {
      v.error.reset();
      return v;
    }
    v.cause.message = "the script cannot be transpiled: " + v.cause.message;
    v.error.reset();
    return v;
  }

  compiler_host host_;
  supervisor watch_;
  std::unique_ptr<vm> vm_;
  verdict ready_;
  const std::string* file_ = nullptr;
  const std::string* source_ = nullptr;
  array answer_;
};

transpiler::transpiler(clock& time, turns& queue, vm_factory& vms, interrupter& stop, boost::asio::yield_context yield)
    : time_(time), queue_(queue), vms_(vms), stop_(stop), yield_(yield) {}

transpiler::~transpiler() = default;

boost::system::result<transpiled, verdict> transpiler::transpile(const std::string& file, const std::string& source) {
  if (source.size() > most_source) {
    verdict v;
    v.cause = {failure_class::script, "the script is too large to be translated from modern JavaScript: it has " +
                                          std::to_string((source.size() + 1023) >> 10) + " KiB, and at most " +
                                          std::to_string(most_source >> 10) + " KiB can be; " +
                                          std::string(what_to_do)};
    return v;
  }
  if (!machine_) machine_ = std::make_unique<machine>(time_, queue_, vms_, stop_, yield_);
  return machine_->transpile(file, source);
}

}  // namespace canary::script
