// tcp: connections whose every byte is the script's.

#include "canary/net/stream.hpp"
#include "script/binding.hpp"
#include "script/modules/arguments.hpp"
#include "script/modules/call_options.hpp"
#include "script/modules/module.hpp"
#include "script/modules/tls_values.hpp"
#include "script/vm_context.hpp"

#include <algorithm>

namespace canary::script {
namespace {

constexpr const char* number_key = DUK_HIDDEN_SYMBOL("connection");
constexpr const char* timeout_key = DUK_HIDDEN_SYMBOL("timeout");
constexpr const char* binary_key = DUK_HIDDEN_SYMBOL("binary");
constexpr const char* methods_key = DUK_HIDDEN_SYMBOL("tcp_connection");

constexpr std::size_t most_connections = 100;  // of one run, at a time
constexpr std::size_t most_read = 10u << 20;   // bytes of one read

[[noreturn]] void throw_named(duk_context* ctx, const char* function, const failure& why) {
  throw_failure(ctx, {why.kind, std::string(function) + ": " + why.message, why.code});
}

// What one call on a connection object is about.
struct target {
  std::size_t number = 0;
  std::optional<nanoseconds> timeout;
  bool binary = false;  // what is read is given as bytes
};

target this_connection(duk_context* ctx, const char* function) {
  duk_push_this(ctx);
  if (!duk_is_object(ctx, -1) || !duk_get_prop_string(ctx, -1, number_key) || !duk_is_number(ctx, -1)) {
    throw_type_error(ctx, std::string(function) + ": call it on what tcp.connect gives");
  }
  target found{.number = duk_get_uint(ctx, -1), .timeout = {}, .binary = false};
  duk_pop(ctx);
  duk_get_prop_string(ctx, -1, timeout_key);
  if (duk_is_number(ctx, -1)) found.timeout = nanoseconds{static_cast<std::int64_t>(duk_get_number(ctx, -1))};
  duk_pop(ctx);
  found.binary = duk_has_prop_string(ctx, -1, binary_key) != 0;
  duk_pop(ctx);
  return found;
}

// Suspends in `work` with the connection, and throws what it answers as trouble. Returns what it was about.
target with_connection(duk_context* ctx, const char* function,
                       const std::function<std::optional<failure>(net::connection&, const net::stream_limits&,
                                                                  const network_access&)>& work) {
  const target on = this_connection(ctx, function);
  std::optional<failure> trouble;
  const failure stopped = context_of(ctx).host->network([&](const network_access& with) {
    if (on.number >= with.held.size() || !with.held[on.number]) {
      trouble = failure{failure_class::script, "the connection is closed"};
    } else if (!with.held[on.number]->is_open()) {
      // Part of what was asked for may have gone, or come, when the time was over.
      trouble = failure{failure_class::script, "the connection is closed, as an earlier call timed out"};
    } else {
      trouble = work(*with.held[on.number], {with.client.time, with.stop, on.timeout}, with);
    }
  });
  if (stopped.kind != failure_class::none) throw_failure(ctx, stopped);
  if (trouble) throw_named(ctx, function, *trouble);
  return on;
}

// The argument of `function`, a string as UTF-8 or a buffer.
std::string data_argument(duk_context* ctx, const char* function, const char* what) {
  if (duk_is_buffer_data(ctx, 0)) return bytes_at(ctx, 0);
  return string_argument(ctx, 0, function, what);
}

duk_ret_t connection_write(duk_context* ctx) {
  constexpr const char* function = "write";
  const std::string bytes = data_argument(ctx, function, "data (argument 1), where it is no buffer,");
  with_connection(ctx, function,
                  [&](net::connection& to, const net::stream_limits& limits, const network_access& with) {
                    return net::write_to(to, bytes, limits, with.yield);
                  });
  return 0;
}

// Pushes what is read; a failure where it does not end in `end`, since the other side has closed.
void push_read(duk_context* ctx, const char* function, const std::function<std::size_t(std::string_view)>& enough,
               std::string_view end) {
  std::string bytes;
  const auto read = [&](net::connection& from, const net::stream_limits& limits,
                        const network_access& with) -> std::optional<failure> {
    auto come = net::read_from(from, enough, most_read, limits, with.yield);
    if (!come) return come.error();
    bytes = std::move(*come);
    if (bytes.ends_with(end)) return std::nullopt;
    return failure{failure_class::connect,
                   "the other side closed the connection after " + std::to_string(bytes.size()) +
                       " bytes without what was waited for",
                   failure_code::connection};
  };
  const target on = with_connection(ctx, function, read);
  on.binary ? push_bytes(ctx, bytes) : push_text(ctx, bytes);
}

// read([n]): n bytes, fewer only where the other side closes; without n, whatever comes next.
duk_ret_t connection_read(duk_context* ctx) {
  const bool counted = !duk_is_undefined(ctx, 0);
  const std::size_t wanted =
      counted ? number_argument(ctx, 0, "read", "number of bytes (argument 1)", 1, most_read) : 1;
  push_read(
      ctx, "read",
      [wanted, counted](std::string_view come) {
        if (!counted) return come.size();
        return come.size() >= wanted ? wanted : 0;
      },
      "");
  return 1;
}

// read_until(mark): all up to the end of it.
duk_ret_t connection_read_until(duk_context* ctx) {
  const std::string mark = data_argument(ctx, "read_until", "text (argument 1), where it is no buffer,");
  if (mark.empty()) throw_type_error(ctx, "read_until: the text (argument 1) is empty");
  std::size_t searched = 0;
  push_read(
      ctx, "read_until",
      [&mark, &searched](std::string_view come) -> std::size_t {
        const std::size_t from = searched > mark.size() ? std::min(searched - mark.size(), come.size()) : 0;
        const auto at = come.find(mark, from);
        searched = come.size();
        return at == come.npos ? 0 : at + mark.size();
      },
      mark);
  return 1;
}

duk_ret_t connection_close(duk_context* ctx) {
  const target on = this_connection(ctx, "close");
  const failure stopped = context_of(ctx).host->network([&](const network_access& with) {
    if (on.number < with.held.size()) with.held[on.number].reset();
  });
  if (stopped.kind != failure_class::none) throw_failure(ctx, stopped);
  return 0;
}

void push_connection(duk_context* ctx, const target& made, const net::opened_stream& opened,
                     const boost::asio::ip::tcp::endpoint& remote) {
  duk_push_object(ctx);
  duk_push_global_stash(ctx);
  duk_get_prop_string(ctx, -1, methods_key);
  duk_set_prototype(ctx, -3);
  duk_pop(ctx);
  duk_push_uint(ctx, static_cast<duk_uint_t>(made.number));
  duk_put_prop_string(ctx, -2, number_key);
  if (made.timeout) {
    duk_push_number(ctx, static_cast<double>(made.timeout->count()));
    duk_put_prop_string(ctx, -2, timeout_key);
  }
  if (made.binary) {
    duk_push_true(ctx);
    duk_put_prop_string(ctx, -2, binary_key);
  }
  push_text(ctx, remote.address().to_string());
  duk_put_prop_string(ctx, -2, "remote_ip");
  duk_push_uint(ctx, remote.port());
  duk_put_prop_string(ctx, -2, "remote_port");
  if (!opened.tls) return;
  push_tls_facts(ctx, *opened.tls);
  duk_put_prop_string(ctx, -2, "tls");
}

// tcp.connect(host, port[, { tls, timeout, binary }]).
duk_ret_t tcp_connect(duk_context* ctx) {
  constexpr const char* function = "tcp.connect";
  net::stream_wish wish{
      .host = string_argument(ctx, 0, function, "host (argument 1)"),
      .port = static_cast<std::uint16_t>(number_argument(ctx, 1, function, "port (argument 2)", 1, 65535))};
  bool binary = false;
  static constexpr std::string_view known_options[] = {"tls", "timeout", "binary"};
  const call_options options(ctx, function);
  options.each(2, "the options", known_options, [&](const std::string& name) {
    if (name == "timeout") {
      wish.timeout = options.duration(name);
    } else if (name == "binary") {
      binary = duk_to_boolean(ctx, -1) != 0;
    } else if (duk_is_boolean(ctx, -1)) {
      if (duk_get_boolean(ctx, -1) != 0) wish.tls.emplace();
    } else {
      wish.tls = tls_options_at(ctx, duk_normalize_index(ctx, -1), function);
    }
  });
  net::opened_stream opened;
  boost::asio::ip::tcp::endpoint remote;
  std::size_t number = 0;
  const failure stopped = context_of(ctx).host->network([&](const network_access& with) {
    auto& held = with.held;
    const auto open = std::count_if(held.begin(), held.end(), [](const auto& one) { return one != nullptr; });
    if (static_cast<std::size_t>(open) >= most_connections) {
      opened.trouble = failure{failure_class::limit, "the run holds 100 connections; close those that are done"};
      return;
    }
    opened = net::open_stream(with.client, wish, with.stop, with.yield);
    if (opened.tls) with.met(*opened.tls);
    if (!opened.with) return;
    remote = opened.with->remote();
    number = held.size();
    held.push_back(std::move(opened.with));
  });
  if (stopped.kind != failure_class::none) throw_failure(ctx, stopped);
  if (opened.trouble) {
    // A run that reaches a limit fails, though its script catches that.
    if (opened.trouble->kind == failure_class::limit) {
      context_of(ctx).failed = failure{failure_class::limit, std::string(function) + ": " + opened.trouble->message};
    }
    throw_named(ctx, function, *opened.trouble);
  }
  push_connection(ctx, {.number = number, .timeout = wish.timeout, .binary = binary}, opened, remote);
  return 1;
}

}  // namespace

void push_tcp(duk_context* ctx) {
  static constexpr duk_function_list_entry methods[] = {{"write", connection_write, 1},
                                                        {"read", connection_read, 1},
                                                        {"read_until", connection_read_until, 1},
                                                        {"close", connection_close, 0},
                                                        {nullptr, nullptr, 0}};
  duk_push_global_stash(ctx);
  duk_push_object(ctx);
  duk_put_function_list(ctx, -1, methods);
  duk_put_prop_string(ctx, -2, methods_key);
  duk_pop(ctx);
  duk_push_object(ctx);
  duk_push_c_function(ctx, tcp_connect, 3);
  duk_put_prop_string(ctx, -2, "connect");
}

}  // namespace canary::script
