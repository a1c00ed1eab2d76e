// http: requests that look synchronous to the script and block nobody.

#include "canary/net/cookie_jar.hpp"
#include "script/binding.hpp"
#include "script/modules/http_arguments.hpp"
#include "script/modules/http_response.hpp"
#include "script/modules/module.hpp"
#include "script/vm_context.hpp"

#include <array>

namespace canary::script {
namespace {

// A function's magic number says which of these it is, and of which session: 0 is http itself.
struct verb {
  const char* name;    // of the function
  const char* method;  // of the request
  bool has_body;
};

constexpr std::array<verb, 7> verbs{{{"get", "GET", false},
                                     {"head", "HEAD", false},
                                     {"options", "OPTIONS", false},
                                     {"del", "DELETE", false},
                                     {"post", "POST", true},
                                     {"put", "PUT", true},
                                     {"patch", "PATCH", true}}};
constexpr std::array<const char*, 7> verb_calls{"http.get",  "http.head", "http.options", "http.del",
                                                "http.post", "http.put",  "http.patch"};
constexpr int places_of_a_session = 8;
constexpr std::size_t most_sessions = 100, most_in_a_batch = 1000;

http_call call_named(duk_context* ctx, const char* name) {
  const auto session = static_cast<std::size_t>(duk_get_current_magic(ctx) / places_of_a_session);
  if (session == 0) return {name, nullptr};
  return {name, context_of(ctx).http_sessions[session - 1].get()};
}

// A run that reaches a limit fails, though its script catches that.
[[noreturn]] void throw_limit(duk_context* ctx, const char* message) {
  const failure limit{failure_class::limit, message};
  context_of(ctx).failed = limit;
  throw_failure(ctx, limit);
}

// Whole, with its files, and with what says which run it belongs to.
net::http_request& finish(duk_context* ctx, request_draft& draft) {
  vm_context& vm = context_of(ctx);
  auto body = assemble(std::move(draft.body), *vm.host);
  if (!body) throw_failure(ctx, body.error());
  draft.request.body = std::move(*body);
  const bool own_parent = std::any_of(draft.request.headers.begin(), draft.request.headers.end(), [](const auto& h) {
    return net::canonical_header_name(h.name) == "Traceparent";
  });
  if (draft.trace && !own_parent) draft.request.headers.push_back({"traceparent", vm.host->traceparent()});
  return draft.request;
}

duk_ret_t perform(duk_context* ctx, request_draft draft) {
  const auto answers = context_of(ctx).host->http({&finish(ctx, draft), 1});
  if (!answers[0]) throw_failure(ctx, answers[0].error());
  push_response(ctx, *answers[0], draft.type);
  return 1;
}

duk_ret_t http_do(duk_context* ctx) { return perform(ctx, read_do_arguments(ctx, call_named(ctx, "http.do"))); }

duk_ret_t http_verb(duk_context* ctx) {
  const auto place = static_cast<std::size_t>(duk_get_current_magic(ctx) % places_of_a_session);
  const http_call call = call_named(ctx, verb_calls[place]);
  return perform(ctx, read_verb_arguments(ctx, call, verbs[place].method, verbs[place].has_body));
}

// Throws the first failure, with all that came beside it: error.responses has an Error in the place of each failure.
void throw_batch_failure(duk_context* ctx, duk_idx_t responses, duk_uarridx_t first) {
  duk_get_prop_index(ctx, responses, first);
  duk_dup(ctx, responses);
  duk_put_prop_string(ctx, -2, "responses");
  duk_throw(ctx);
}

duk_ret_t http_batch(duk_context* ctx) {
  const http_call call = call_named(ctx, "http.batch");
  if (!duk_is_array(ctx, 0)) {
    throw_type_error(ctx, "http.batch: the requests (argument 1) must be an array, not " + kind_of(ctx, 0));
  }
  const duk_size_t count = duk_get_length(ctx, 0);
  if (count > most_in_a_batch) throw_type_error(ctx, "http.batch: more than 1,000 requests");
  std::vector<response_type> types;
  std::vector<net::http_request> requests;
  std::size_t bytes = 0;
  for (duk_size_t i = 0; i < count; ++i) {
    duk_get_prop_index(ctx, 0, static_cast<duk_uarridx_t>(i));
    const std::string place = "http.batch: requests[" + std::to_string(i) + "]";
    request_draft draft = read_batch_entry(ctx, {place.c_str(), call.defaults}, duk_get_top_index(ctx));
    duk_pop(ctx);
    types.push_back(draft.type);
    requests.push_back(std::move(finish(ctx, draft)));
    bytes += requests.back().body.size();
    // One text of the script's, sent a thousand times, is a thousand texts here.
    if (bytes > context_of(ctx).memory_limit) {
      throw_limit(ctx, "http.batch: the bodies together are over the test's memory_limit");
    }
  }
  auto answers = context_of(ctx).host->http(requests);
  duk_push_array(ctx);
  const duk_idx_t responses = duk_get_top_index(ctx);
  std::optional<duk_uarridx_t> first_failure;
  for (duk_uarridx_t i = 0; i < answers.size(); ++i) {
    if (answers[i]) {
      push_response(ctx, *answers[i], types[i]);
      answers[i] = failure{};
    } else {
      push_failure(ctx, answers[i].error());
      if (!first_failure) first_failure = i;
    }
    duk_put_prop_index(ctx, responses, i);
  }
  if (first_failure) throw_batch_failure(ctx, responses, *first_failure);
  return 1;
}

// session.cookies(url): what a request to there would carry.
duk_ret_t session_cookies(duk_context* ctx) {
  const http_call call = call_named(ctx, "cookies");
  if (!duk_is_string(ctx, 0))
    throw_type_error(ctx, "cookies: the URL (argument 1) must be a string, not " + kind_of(ctx, 0));
  const auto url = net::parse_http_url(text_at(ctx, 0));
  if (!url) throw_type_error(ctx, "cookies: " + url.error().message);
  push_cookies(ctx, call.defaults->request.cookies->cookies_for(*url, context_of(ctx).host->now()));
  return 1;
}

// Puts the calls into the object on top.
void put_calls(duk_context* ctx, std::size_t session) {
  const auto put = [ctx, session](const char* name, duk_c_function function, duk_idx_t arguments, std::size_t place) {
    duk_push_c_function(ctx, function, arguments);
    duk_set_magic(ctx, -1, static_cast<duk_int_t>(session * places_of_a_session + place));
    duk_put_prop_string(ctx, -2, name);
  };
  put("do", http_do, 5, 0);
  for (std::size_t i = 0; i < verbs.size(); ++i) put(verbs[i].name, http_verb, verbs[i].has_body ? 3 : 2, i);
  put("batch", http_batch, 1, 0);
  if (session > 0) put("cookies", session_cookies, 1, 0);
}

duk_ret_t http_session(duk_context* ctx) {
  auto& sessions = context_of(ctx).http_sessions;
  if (sessions.size() >= most_sessions) {
    throw_limit(ctx, "http.session: a run may have 100 sessions");
  }
  auto draft = std::make_shared<request_draft>(read_session_arguments(ctx, {"http.session"}));
  draft->request.cookies = std::make_shared<net::cookie_jar>();
  sessions.push_back(std::move(draft));
  duk_push_object(ctx);
  put_calls(ctx, sessions.size());
  return 1;
}

}  // namespace

void push_http(duk_context* ctx) {
  prepare_responses(ctx);
  duk_push_object(ctx);
  put_calls(ctx, 0);
  duk_push_c_function(ctx, http_session, 1);
  duk_put_prop_string(ctx, -2, "session");
}

}  // namespace canary::script
