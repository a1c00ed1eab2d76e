#include "canary/api/badge.hpp"

#include "canary/core/utf8.hpp"

#include <cmath>
#include <cstdio>

namespace canary::api {
namespace {

// White on each of them has a contrast of more than 4.5 (WCAG 2.1, 1.4.3).
constexpr std::string_view green = "#1a7f37", red = "#cf222e", amber = "#9a6700", grey = "#57606a";

constexpr std::size_t longest_label = 60;  // characters

// As XML 1.0 has it (2.2, 2.4): what it cannot hold becomes U+FFFD.
std::string escaped(std::string_view text) {
  constexpr std::string_view unknown = "\xEF\xBF\xBD";
  std::string out;
  while (!text.empty()) {
    const auto length = utf8_length(text);
    const auto one = text.substr(0, length == 0 ? 1 : length);
    text.remove_prefix(one.size());
    const auto c = static_cast<unsigned char>(one.front());
    if (one == "&") {
      out += "&amp;";
    } else if (one == "<") {
      out += "&lt;";
    } else if (one == ">") {
      out += "&gt;";
    } else if (one == "\"") {
      out += "&quot;";
    } else if (length == 0 || c < 0x20 || one == "\xEF\xBF\xBE" || one == "\xEF\xBF\xBF") {
      out += unknown;
    } else {
      out += one;
    }
  }
  return out;
}

std::string shortened(std::string_view text) {
  std::string_view rest = text;
  for (std::size_t count = 0; !rest.empty(); ++count) {
    if (count == longest_label) return std::string(text.substr(0, text.size() - rest.size())) + "\xE2\x80\xA6";
    rest.remove_prefix(std::max<std::size_t>(utf8_length(rest), 1));
  }
  return std::string(text);
}

// In pixels, about as Verdana of 11 pixels has it. The text is set to it, whatever font there is.
std::size_t width_of(std::string_view text) {
  constexpr std::string_view narrow = "ijlIft.,:;!|'()[]/ -", wide = "mwMWQ%@";
  std::size_t width = 0;
  while (!text.empty()) {
    const auto length = std::max<std::size_t>(utf8_length(text), 1);
    const char c = text.front();
    text.remove_prefix(length);
    if (length > 2) {
      width += 11;  // most are Chinese characters, or pictures
    } else if (narrow.find(c) != std::string_view::npos) {
      width += 4;
    } else if (wide.find(c) != std::string_view::npos) {
      width += 11;
    } else {
      width += c >= 'A' && c <= 'Z' ? 8 : 7;
    }
  }
  return width;
}

void append_text(std::string& out, std::string_view text, std::size_t x) {
  out += "<text x=\"" + std::to_string(x) + "\" y=\"14\" textLength=\"" + std::to_string(width_of(text)) + "\">" +
         escaped(text) + "</text>";
}

}  // namespace

badge state_badge(const schedule::test_view& view) {
  using enum schedule::test_state;
  const std::string state(to_string(view.state));
  const auto colour = view.state == up ? green : view.state == down ? red : grey;
  return {view.definition->name, state, view.definition->name + ": " + state, std::string(colour)};
}

badge uptime_badge(std::string_view test, const store::rollup& runs, std::string_view window) {
  const std::string name(test);
  const auto uptime = runs.uptime();
  const std::string during = " within " + std::string(window);
  if (!uptime) return {name, "unknown", name + ": no run has ended" + during, std::string(grey)};
  char share[16];
  // Downwards: what is not whole is not shown as whole.
  std::snprintf(share, sizeof share, "%.2f %%", std::floor(*uptime * 10'000 + 1e-6) / 100);
  const auto colour = *uptime >= 0.999 ? green : *uptime >= 0.95 ? amber : red;
  return {name, share, name + ": " + share + " of its runs have passed" + during, std::string(colour)};
}

std::string to_svg(const badge& b) {
  const std::string label = shortened(b.label);
  const auto left = width_of(label) + 12, right = width_of(b.value) + 12;
  const auto number = [](std::size_t n) { return std::to_string(n); };
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + number(left + right) +
                    "\" height=\"20\" role=\"img\" aria-label=\"" + escaped(b.title) + "\"><title>" + escaped(b.title) +
                    "</title><rect width=\"" + number(left) + "\" height=\"20\" fill=\"#24292f\"/><rect x=\"" +
                    number(left) + "\" width=\"" + number(right) + "\" height=\"20\" fill=\"" + b.colour +
                    "\"/><g fill=\"#fff\" font-family=\"Verdana,DejaVu Sans,sans-serif\" font-size=\"11\" "
                    "aria-hidden=\"true\">";
  append_text(out, label, 6);
  append_text(out, b.value, left + 6);
  return out += "</g></svg>\n";
}

}  // namespace canary::api
