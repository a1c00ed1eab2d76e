#include "script/foreign_names.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace canary::script {
namespace {

struct advice {
  std::string_view name, instead;
};

constexpr std::string_view request = "write http.get(url), or http.do({ method: …, url: …, body: … })";
constexpr std::string_view step = "a canary is one test: write test.step('…', function () { … })";
constexpr std::string_view cleanup = "write test.cleanup('…', function () { … })";

constexpr advice globals[] = {
    {"fetch", request},
    {"XMLHttpRequest", request},
    {"axios", request},
    {"describe", step},
    {"it", step},
    {"group", step},
    {"afterEach", cleanup},
    {"afterAll", cleanup},
    {"process", "a variable of the environment is std.os.getenv('NAME')"},
    {"__ENV", "a variable of the environment is std.os.getenv('NAME')"},
    {"structuredClone", "write JSON.parse(JSON.stringify(value))"},
    {"sleep", "write std.time.sleep('1s')"},
    {"page", "canaries have no browser: they make the requests that a page makes, with http.get"},
    {"browser", "canaries have no browser: they make the requests that a page makes, with http.get"},
};

constexpr advice matchers[] = {
    {"toBe", "write .to.equal(value)"},
    {"toEqual", "write .to.deep.equal(value)"},
    {"toStrictEqual", "write .to.deep.equal(value)"},
    {"toContain", "write .to.include(value)"},
    {"toMatch", "write .to.match(/…/)"},
    {"toThrow", "write .to.throw()"},
    {"toBeTruthy", "write .to.be.ok"},
    {"toBeFalsy", "write .to.not.be.ok"},
    {"toBeNull", "write .to.be.null"},
    {"toBeUndefined", "write .to.be.undefined"},
    {"toBeDefined", "write .to.not.be.undefined"},
    {"toHaveLength", "write .to.have.lengthOf(number)"},
    {"toHaveProperty", "write .to.have.property('name', value)"},
    {"toBeGreaterThan", "write .to.be.above(number)"},
    {"toBeGreaterThanOrEqual", "write .to.be.at.least(number)"},
    {"toBeLessThan", "write .to.be.below(number)"},
    {"toBeLessThanOrEqual", "write .to.be.at.most(number)"},
};

template <std::size_t Count>
std::string_view instead_of(const advice (&known)[Count], std::string_view name) {
  const auto found = std::find_if(std::begin(known), std::end(known), [&](const advice& a) { return a.name == name; });
  return found == std::end(known) ? std::string_view{} : found->instead;
}

// What `message` has between the two; '' where it does not begin so.
std::string_view between(std::string_view message, std::string_view before, std::string_view behind) {
  if (!message.starts_with(before)) return {};
  message.remove_prefix(before.size());
  const std::size_t end = message.find(behind);
  return end == message.npos ? std::string_view{} : message.substr(0, end);
}

}  // namespace

std::string advice_on(std::string_view message) {
  if (const auto name = between(message, "identifier '", "' undefined"); !name.empty()) {
    return std::string(instead_of(globals, name));
  }
  if (const auto name = between(message, "Invalid Chai property: ", "."); !name.empty()) {
    return std::string(instead_of(matchers, name));
  }
  return {};
}

}  // namespace canary::script
