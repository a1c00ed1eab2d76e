#include "script/builtin_modules.hpp"

#include "script/binding.hpp"

#include <algorithm>
#include <iterator>

namespace canary::script {
namespace {

// A name, the bundled script that has it, and which of its exports it is; '' for all of them. To add one: its source,
// a CommonJS module in ES5, as src/script/builtin/BUNDLE.js, which CMake finds by itself; and a row here. It may not
// require anything. Several names may be of one bundle. It is compiled when canaryd starts, and executed in a VM when
// that VM first asks for one of its names.
struct {
  std::string_view name, bundle, member;
} constexpr builtin[] = {
    {"chai", "chai", "chai"},
    {"k6", "k6", "k6"},
    {"k6/data", "k6", "data"},
    {"k6/encoding", "k6", "encoding"},
    {"k6/execution", "k6", "execution"},
    {"k6/http", "k6", "http"},
    {"k6/metrics", "k6", "metrics"},
    {"underscore", "underscore", ""},
};

// What Node has, and what a canary has instead.
struct {
  std::string_view name, instead;
} constexpr of_node[] = {
    {"assert", "use assert or expect, which are there without require, or require('chai')"},
    {"async_hooks", ""},
    {"buffer", ""},
    {"child_process", "exec.run runs programs, where the operator allows it"},
    {"cluster", ""},
    {"console", "console is there without require"},
    {"constants", ""},
    {"crypto", "a package in plain JavaScript, such as js-sha256, has hashes and signatures"},
    {"dgram", ""},
    {"diagnostics_channel", ""},
    {"dns", "dns.resolve is there without require"},
    {"domain", ""},
    {"events", ""},
    {"fs", "require('./data.json') reads JSON, and a multipart body sends files"},
    {"http", "http.get and its like are there without require"},
    {"http2", "http.get and its like are there without require"},
    {"https", "http.get and its like are there without require"},
    {"inspector", ""},
    {"module", ""},
    {"net", "tcp.connect is there without require"},
    {"os", "std.os.getenv is there without require"},
    {"path", ""},
    {"perf_hooks", ""},
    {"process", "std.os.getenv is there without require"},
    {"punycode", ""},
    {"querystring", ""},
    {"readline", ""},
    {"repl", ""},
    {"stream", ""},
    {"string_decoder", ""},
    {"sys", ""},
    {"test", "test.step and check are there without require"},
    {"timers", "std.time.sleep waits, and setTimeout is there in modern scripts"},
    {"tls", "tls.inspect and tcp.connect are there without require"},
    {"trace_events", ""},
    {"tty", ""},
    {"url", ""},
    {"util", ""},
    {"v8", ""},
    {"vm", ""},
    {"wasi", ""},
    {"worker_threads", ""},
    {"zlib", ""},
};

// What k6 has, and what a canary has instead.
struct {
  std::string_view name, instead;
} constexpr of_k6[] = {
    {"k6/browser", "a canary speaks HTTP, and runs no browser"},
    {"k6/crypto", "a package in plain JavaScript, such as js-sha256, has hashes and signatures"},
    {"k6/experimental", ""},
    {"k6/html", "look into response.body with a regular expression"},
    {"k6/net/grpc", "a canary speaks HTTP"},
    {"k6/ws", "a canary speaks HTTP; tcp.connect is there without import"},
    {"k6/x", "extensions of k6 are programs in Go"},
};

template <class Row, std::size_t Count>
const Row* find(const Row (&rows)[Count], std::string_view name) {
  const auto* const found =
      std::find_if(std::begin(rows), std::end(rows), [&](const Row& r) { return r.name == name; });
  return found == std::end(rows) ? nullptr : found;
}

// Without 'node:', and what a module of its has below it.
std::string_view family(std::string_view name) {
  if (name.starts_with("node:")) name.remove_prefix(5);
  return name.substr(0, name.find('/'));
}

}  // namespace

bool is_builtin_module(std::string_view name) { return find(builtin, name) != nullptr; }

bool is_module_of_node(std::string_view name) {
  return name.starts_with("node:") || find(of_node, family(name)) != nullptr;
}

std::string about_module_of_node(std::string_view name) {
  std::string text = "canaryd has no '" + std::string(name) + "', which is a module of Node";
  const auto* const known = find(of_node, family(name));
  if (known != nullptr && !known->instead.empty()) text += ": " + std::string(known->instead);
  return text;
}

bool is_module_of_k6(std::string_view name) { return name.starts_with("k6/") && !is_builtin_module(name); }

std::string about_module_of_k6(std::string_view name) {
  std::string text = "canaryd has no '" + std::string(name) + "' of k6, but ";
  for (const auto& each : builtin) {
    if (each.bundle == "k6") text += (each.name == "k6" ? "" : ", ") + std::string(each.name);
  }
  const auto* const known = std::find_if(std::begin(of_k6), std::end(of_k6), [&](const auto& row) {
    return name.starts_with(row.name) && (name.size() == row.name.size() || name[row.name.size()] == '/');
  });
  if (known != std::end(of_k6) && !known->instead.empty()) text += ": " + std::string(known->instead);
  return text;
}

std::string builtin_module_names() {
  std::string text;
  for (const auto& each : builtin) text += (text.empty() ? "" : ", ") + std::string(each.name);
  return text;
}

bool push_builtin_module(duk_context* ctx, std::string_view name) {
  const auto* const found = find(builtin, name);
  if (found == nullptr) return false;
  push_bundled(ctx, found->bundle);
  if (!found->member.empty()) {
    duk_get_prop_lstring(ctx, -1, found->member.data(), found->member.size());
    duk_remove(ctx, -2);
  }
  return true;
}

}  // namespace canary::script
