#include "canary/api/origin_check.hpp"

#include "canary/core/ascii.hpp"

namespace canary::api {

bool is_loopback(const boost::asio::ip::address& peer) {
  if (peer.is_v6() && peer.to_v6().is_v4_mapped()) {
    return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, peer.to_v6()).is_loopback();
  }
  return peer.is_loopback();
}

namespace {

std::string refuse_site(const request_origin& from, bool by_proxy) {
  const auto is_ours = [&](const char* scheme) { return iequals(from.origin, scheme + std::string(from.host)); };
  if (!from.origin.empty() && !is_ours(from.secure ? "https://" : "http://") && !(by_proxy && is_ours("https://"))) {
    return "the Origin header names another site than Host does";
  }
  if (!from.sec_fetch_site.empty() && from.sec_fetch_site != "same-origin" && from.sec_fetch_site != "none") {
    return "the browser says that the request comes from another site";
  }
  return "";
}

}  // namespace

std::string refuse_change(const request_origin& from) {
  if (!is_loopback(from.peer)) return "what changes something is only accepted from this machine itself";
  return refuse_site(from, false);
}

std::string refuse_other_site(const request_origin& from) { return refuse_site(from, true); }

}  // namespace canary::api
