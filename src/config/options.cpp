#include "canary/config/options.hpp"

#include "canary/core/nearest_name.hpp"
#include "options_table.hpp"

#include <boost/program_options.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

namespace canary::config {
namespace {

namespace po = boost::program_options;

constexpr const char* help_hint = "; see --help";

/// Flags as they were given; of a repeated one, the last.
using given = std::map<std::string, std::string>;

std::string dashed(std::string_view name) { return "--" + std::string(name); }

std::string variable_of(std::string_view flag) {
  std::string name = "CANARYD_";
  for (const char c : flag)
    name += c == '.' || c == '-' ? '_' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return name;
}

// What --help shows of a flag's value and default. Boost's own parser is only asked for tokens, all of them text.
po::options_description in_group(std::string_view group) {
  constexpr unsigned width = 100;
  po::options_description described(std::string(group), width, width / 2);
  for (const flag& f : flags()) {
    if (f.group != group) continue;
    std::string about = f.about;
    if (*f.fallback != '\0') about += " (" + std::string(f.fallback) + ")";
    if (f.value_name == nullptr) {
      described.add_options()(f.name, about.c_str());
    } else {
      described.add_options()(f.name, po::value<std::string>()->value_name(f.value_name), about.c_str());
    }
  }
  return described;
}

po::options_description all_groups() {
  po::options_description all;
  std::set<std::string_view> seen;
  for (const flag& f : flags()) {
    if (seen.insert(f.group).second) all.add(in_group(f.group));
  }
  return all;
}

bool is_flag(std::string_view word) {
  if (!word.starts_with('-')) return false;
  word.remove_prefix(word.starts_with("--") ? 2 : 1);
  return std::any_of(flags().begin(), flags().end(),
                     [&](const flag& f) { return word.substr(0, word.find('=')) == f.name; });
}

error unknown_flag(std::string_view token) {
  const std::string_view name = token.substr(std::min(token.find_first_not_of('-'), token.size()));
  std::vector<std::string_view> known;
  for (const flag& f : flags()) known.emplace_back(f.name);
  const auto nearest = nearest_name(name.substr(0, name.find('=')), known);
  std::string message = "there is no flag '" + std::string(token.substr(0, token.find('='))) + "'";
  return error{message + (nearest ? "; did you mean '" + dashed(*nearest) + "'?" : help_hint)};
}

result<given> tokens_of(std::span<const char* const> args) {
  std::vector<std::string> words;
  for (std::string word : args) {
    // Two things that Go's flag package takes and Boost's does not.
    if (word == "-h") word = "--help";
    const bool empty_value = word.starts_with('-') && word.ends_with('=');
    if (empty_value) word.pop_back();
    words.push_back(std::move(word));
    if (empty_value) words.emplace_back();
  }
  using namespace po::command_line_style;
  const po::options_description known = all_groups();
  given found;
  try {
    const auto parsed = po::command_line_parser(words)
                            .options(known)
                            .style(allow_long | long_allow_adjacent | long_allow_next | allow_long_disguise)
                            .run();
    for (const auto& option : parsed.options) {
      if (option.position_key >= 0) {
        const std::string& word = option.value.front();
        if (word.size() > 1 && word.front() == '-') return unknown_flag(word);
        return error{"'" + word + "' stands alone: canaryd takes flags only" + help_hint};
      }
      if (option.original_tokens.size() > 1 && is_flag(option.original_tokens.back())) {
        return error{dashed(option.string_key) + ": a value is missing before '" + option.original_tokens.back() + "'"};
      }
      found[option.string_key] = option.value.empty() ? "" : option.value.front();
    }
  } catch (const po::unknown_option& e) {
    return unknown_flag(e.get_option_name());
  } catch (const po::invalid_command_line_syntax& e) {
    const bool wants = e.kind() != po::invalid_syntax::extra_parameter;
    return error{e.get_option_name() + (wants ? ": a value is missing" : " takes no value")};
  } catch (const po::error& e) {
    return error{std::string(e.what()) + help_hint};
  }
  return found;
}

result<bool> read_switch(std::string_view variable, std::string_view text) {
  if (text == "1" || text == "true") return true;
  if (text == "0" || text == "false") return false;
  return error{std::string(variable) + ": '" + std::string(text) + "' is refused: 1 or 0 is wanted"};
}

}  // namespace

result<parsed> parse_options(std::span<const char* const> args, const environment& env) {
  const auto found = tokens_of(args);
  if (!found) return found.error();
  parsed p;
  if (found->contains("help")) return p.what = request::help, p;
  if (found->contains("version")) return p.what = request::version, p;
  if (found->contains("check")) p.what = request::check;
  for (const flag& f : flags()) {
    std::string source = dashed(f.name);
    std::string text;
    if (const auto flag_given = found->find(f.name); flag_given != found->end()) {
      text = flag_given->second;
    } else {
      source = variable_of(f.name);
      const char* variable = env(source.c_str());
      if (variable == nullptr || *variable == '\0') continue;
      text = variable;
      if (std::string_view(f.name) == "check") {
        const auto on = read_switch(source, text);
        if (!on) return on.error();
        if (*on) p.what = request::check;
      }
    }
    if (f.set == nullptr) continue;
    if (const auto set = f.set(p.values, text); !set) return error{source + ": " + set.error().message};
  }
  if (p.values.web_tls_cert.empty() != p.values.web_tls_key.empty()) {
    const bool lacks_key = p.values.web_tls_key.empty();
    return error{lacks_key ? "--web.tls-cert wants --web.tls-key beside it"
                           : "--web.tls-key wants --web.tls-cert beside it"};
  }
  return p;
}

std::vector<known_flag> known_flags() {
  std::vector<known_flag> all;
  for (const flag& f : flags()) all.push_back({f.name, f.value_name != nullptr ? f.value_name : "", f.about});
  return all;
}

std::string help_text() {
  std::ostringstream out;
  out << "canaryd runs canaries: small scripts that use a product the way a user does, all day long.\n\n"
         "Usage: canaryd [flags]\n"
      << all_groups()
      << "\nEvery flag that takes a value may also be set in the environment: CANARYD_LISTEN_PORT for --listen.port. A "
         "flag\n"
         "wins over its variable. One dash does as well as two.\n";
  return out.str();
}

bool options::env_allowed(std::string_view name) const {
  // A * matches as little as it can; on a mismatch the last one takes a character more.
  const auto matches = [name](std::string_view pattern) {
    std::size_t p = 0, n = 0, star = pattern.npos, retry = 0;
    while (n < name.size()) {
      if (p < pattern.size() && pattern[p] == '*') {
        star = p++;
        retry = n;
      } else if (p < pattern.size() && pattern[p] == name[n]) {
        ++p;
        ++n;
      } else if (star != pattern.npos) {
        p = star + 1;
        n = ++retry;
      } else {
        return false;
      }
    }
    return pattern.find_first_not_of('*', p) == pattern.npos;
  };
  return std::any_of(allow_env.begin(), allow_env.end(), matches);
}

}  // namespace canary::config
