// Redirects that lead nowhere, in circles, or where nobody may go.

#include "net/misbehaviours.hpp"
#include "support/closed_port.hpp"

namespace canary::testing {
namespace {

misdeed redirects_to(const std::string& location) {
  return [location](scripted_connection& c, virtual_clock&) {
    while (!c.read_request().empty()) {
      c.send("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + location + "\r\n\r\n");
    }
  };
}

}  // namespace

std::vector<misbehaviour> redirect_misbehaviours() {
  using enum failure_class;
  const auto nowhere = [](const std::string& location, const std::string& why) {
    return failed("its answer 302 redirects to nowhere: bad URL '" + location + "': " + why);
  };
  net::http_client_options denied;
  denied.deny_networks = {parse_ip_network("127.0.0.99/32").value()};
  const std::string host_of_60_kb(60'000, 'a');
  static const closed_port closed;
  const std::string nobody = "127.0.0.1:" + std::to_string(closed.port());
  return {
      {"redirects to itself", redirects_to("/"), http, 1803, failed("stopped after 10 redirects")},
      {"redirects to ever longer places",
       [](scripted_connection& c, virtual_clock&) {
         for (std::string r; !(r = c.read_request()).empty();) {
           const std::string target = r.substr(4, r.find(' ', 4) - 4);
           c.send("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + target + "xxxxxxxx" + "\r\n\r\n");
         }
       },
       http, 1803, "GET HERE/" + std::string(80, 'x') + " failed: stopped after 10 redirects"},
      {"redirects to another scheme", redirects_to("ftp://a.test/"), http, 1804,
       nowhere("ftp://a.test/", "its scheme 'ftp' is neither http nor https")},
      {"redirects to a file", redirects_to("file:///etc/passwd"), http, 1804,
       nowhere("file:///etc/passwd", "its scheme 'file' is neither http nor https")},
      {"redirects to a URL without a host", redirects_to("http://"), http, 1804,
       nowhere("http://", "it names no host")},
      {"redirects to a port that there is not", redirects_to("http://a.test:99999/"), http, 1804,
       nowhere("http://a.test:99999/", "its port is not between 1 and 65535")},
      {"redirects to a URL with a broken escape", redirects_to("/%zz"), http, 1804,
       nowhere("/%zz", "'%zz' is not a percent-escape; a plain % is written %25")},
      {"redirects to a URL with a control character", redirects_to("/\x7f"), http, 1800,
       failed("the response is not HTTP: a header's value is malformed")},
      {"redirects to a host name of 60 KB", redirects_to("http://" + host_of_60_kb + "/"), http, 1804,
       nowhere("http://" + std::string(493, 'a'), "its host is not a host name")},
      {"redirects to a name that nobody has", redirects_to("http://nobody.test/"), dns, 1101,
       "GET http://nobody.test/ failed: no such host 'nobody.test'"},
      {"redirects to where nobody listens", redirects_to("http://" + nobody + "/"), connect, 1212,
       "GET http://" + nobody + "/ failed: connect to " + nobody + " refused"},
      {"redirects to an address that is denied",
       redirects_to("http://127.0.0.99/latest/meta-data/"),
       connect,
       1110,
       "GET http://127.0.0.99/latest/meta-data/ failed: connect to 127.0.0.99:80 is not allowed: --deny.net has "
       "127.0.0.99/32",
       {},
       false,
       {},
       denied},
      {"redirects without a place", says("HTTP/1.1 302 Found\r\nContent-Length: 4\r\n\r\nhere"), none, 302, "here"},
  };
}

}  // namespace canary::testing
