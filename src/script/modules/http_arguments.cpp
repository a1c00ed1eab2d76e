#include "script/modules/http_arguments.hpp"

#include "script/binding.hpp"
#include "script/modules/call_options.hpp"
#include "script/modules/http_options.hpp"

#include <algorithm>

namespace canary::script {
namespace {

std::string text_argument(duk_context* ctx, const http_call& call, duk_idx_t index, const std::string& what) {
  if (!is_text(ctx, index)) {
    throw_type_error(ctx, std::string(call.name) + ": the " + what + " must be a string, not " + kind_of(ctx, index));
  }
  return text_at(ctx, index);
}

request_draft draft_of(const http_call& call) {
  if (call.defaults == nullptr) return {};
  request_draft draft = *call.defaults;
  draft.authorized = false;
  draft.request.headers.clear();  // which join later, where the request has none of that name
  return draft;
}

void read_options_argument(duk_context* ctx, const http_call& call, duk_idx_t index, request_draft& draft) {
  duk_require_stack(ctx, 16);
  call_options(ctx, call.name)
      .each(index, "the options (argument " + std::to_string(index + 1) + ")", http_option_names,
            [&](const std::string& name) { read_option(ctx, call, name, draft); });
}

// An entry of a batch has what other calls have as arguments, too.
constexpr auto with_request_members() {
  std::array<std::string_view, http_option_names.size() + 3> names{"url", "method", "body"};
  std::copy(http_option_names.begin(), http_option_names.end(), names.begin() + 3);
  return names;
}

// What belongs together: defaults, query, credentials, the body's type.
void complete(const http_call& call, request_draft& draft) {
  auto& headers = draft.request.headers;
  if (!draft.authorization.empty() && !has_header(headers, "Authorization")) {
    headers.push_back({"Authorization", draft.authorization});
  }
  if (call.defaults != nullptr) {
    const std::vector<net::header> own = headers;
    for (const auto& h : call.defaults->request.headers) {
      if (!has_header(own, net::canonical_header_name(h.name))) headers.push_back(h);
    }
  }
  if (!draft.body.type.empty() && !has_header(headers, "Content-Type")) {
    headers.push_back({"Content-Type", draft.body.type});
  }
  draft.request.url = net::with_query(draft.request.url, net::encode_query(draft.query));
}

}  // namespace

request_draft read_do_arguments(duk_context* ctx, const http_call& call) {
  request_draft draft = draft_of(call);
  draft.request.method = text_argument(ctx, call, 0, "method (argument 1)");
  draft.request.url = text_argument(ctx, call, 1, "URL (argument 2)");
  duk_set_top(ctx, 5);
  read_headers(ctx, call, "headers (argument 3)", 2, draft.request.headers);
  read_options_argument(ctx, call, 4, draft);
  read_body(ctx, call.name, "body (argument 4)", 3, draft.body);
  complete(call, draft);
  return draft;
}

request_draft read_verb_arguments(duk_context* ctx, const http_call& call, const char* method, bool has_body) {
  request_draft draft = draft_of(call);
  draft.request.method = method;
  draft.request.url = text_argument(ctx, call, 0, "URL (argument 1)");
  duk_set_top(ctx, 3);
  read_options_argument(ctx, call, has_body ? 2 : 1, draft);
  if (has_body) read_body(ctx, call.name, "body (argument 2)", 1, draft.body);
  complete(call, draft);
  return draft;
}

request_draft read_batch_entry(duk_context* ctx, const http_call& call, duk_idx_t index) {
  request_draft draft = draft_of(call);
  if (is_text(ctx, index)) {
    draft.request.url = text_at(ctx, index);
    complete(call, draft);
    return draft;
  }
  if (!duk_is_object(ctx, index) || duk_is_array(ctx, index) || duk_is_function(ctx, index)) {
    throw_type_error(ctx, std::string(call.name) +
                              ": a request must be a URL, or an object such as { method: 'POST', url: '…', body: '…' "
                              "}, not " +
                              kind_of(ctx, index));
  }
  duk_require_stack(ctx, 16);
  static constexpr auto known = with_request_members();
  bool has_url = false;
  call_options(ctx, call.name).each(index, "a request", known, [&](const std::string& name) {
    if (name == "url") {
      draft.request.url = text_argument(ctx, call, duk_normalize_index(ctx, -1), "url of a request");
      has_url = true;
    } else if (name == "method") {
      draft.request.method = text_argument(ctx, call, duk_normalize_index(ctx, -1), "method of a request");
    } else if (name == "body") {
      read_body(ctx, call.name, "body of a request", duk_normalize_index(ctx, -1), draft.body);
    } else {
      read_option(ctx, call, name, draft);
    }
  });
  if (!has_url) throw_type_error(ctx, std::string(call.name) + ": a request has no url");
  complete(call, draft);
  return draft;
}

request_draft read_session_arguments(duk_context* ctx, const http_call& call) {
  request_draft draft;
  duk_set_top(ctx, 1);
  read_options_argument(ctx, call, 0, draft);
  if (draft.body.given != nullptr) {
    throw_type_error(ctx, std::string(call.name) + ": a session has no body of its own; the option '" +
                              draft.body.given + "' belongs to a request");
  }
  return draft;
}

}  // namespace canary::script
