#pragma once
// The names of members that come in rows, for whoever writes a run's line and whoever reads it.

#include "canary/core/run_record.hpp"

#include <array>
#include <string_view>
#include <utility>

namespace canary::store {

inline constexpr std::array<std::pair<std::string_view, double http_timings::*>, 8> timing_names{{
    {"blocked", &http_timings::blocked},
    {"looking_up", &http_timings::looking_up},
    {"connecting", &http_timings::connecting},
    {"tls_handshaking", &http_timings::tls_handshaking},
    {"sending", &http_timings::sending},
    {"waiting", &http_timings::waiting},
    {"receiving", &http_timings::receiving},
    {"duration", &http_timings::duration},
}};

inline constexpr std::array<std::pair<std::string_view, std::string tls_facts::*>, 5> handshake_names{{
    {"host", &tls_facts::host},
    {"version", &tls_facts::version},
    {"cipher", &tls_facts::cipher},
    {"alpn", &tls_facts::alpn},
    {"ocsp", &tls_facts::ocsp},
}};

inline constexpr std::array<std::pair<std::string_view, std::string script_error::*>, 6> script_error_names{{
    {"message", &script_error::message},
    {"stack", &script_error::stack},
    {"file", &script_error::file},
    {"excerpt", &script_error::excerpt},
    {"expected", &script_error::expected},
    {"actual", &script_error::actual},
}};

}  // namespace canary::store
