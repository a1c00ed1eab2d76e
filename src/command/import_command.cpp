#include "command/import_command.hpp"

#include "canary/command/exit_code.hpp"
#include "canary/core/printable.hpp"
#include "canary/core/small_file.hpp"
#include "command/import/curl_command.hpp"
#include "command/import/har_reader.hpp"
#include "command/import/lift.hpp"
#include "command/import/secret_look.hpp"
#include "command/import/write_canary.hpp"
#include "command/new_file.hpp"

#include <cstdio>

namespace canary::command {
namespace {

constexpr std::size_t most_secrets = 1000;  // which a folder of them may have

result<std::string> read_standard_input() {
  std::string text;
  char some[64 * 1024];
  while (const std::size_t got = std::fread(some, 1, sizeof some, stdin)) {
    text.append(some, got);
    if (text.size() > largest_archive) return error{"standard input has more than 128 MiB"};
  }
  if (std::ferror(stdin) != 0) return error{"standard input cannot be read"};
  return {boost::system::in_place_value, std::move(text)};
}

result<recording> read_recording(const import_options& options) {
  if (!options.curl.empty()) {
    auto read = read_curl_commands(options.curl);
    if (!read) return error{"the curl command: " + read.error().message};
    return read;
  }
  const bool standard = options.from == "-";
  const auto text = standard ? read_standard_input() : read_small_file(options.from, largest_archive);
  if (!text) return text.error();
  const std::string name = standard ? "standard input" : options.from.filename().string();
  const std::size_t begin = text->find_first_not_of("\xef\xbb\xbf \t\r\n");
  if (begin != text->npos && (*text)[begin] == '{') return read_har(*text, name, {options.all, options.third_party});
  if (begin != text->npos && text->compare(begin, 4, "curl") == 0) {
    auto read = read_curl_commands(*text);
    if (!read) return error{name + ":" + read.error().message};
    return read;
  }
  return error{name + " is neither an HTTP archive, which is JSON, nor a curl command"};
}

result<void> write_secrets(const lifted& found, const import_options& options) {
  if (const auto made = make_private_folder(options.secrets_dir); !made) return made;
  for (const auto& each : found.secrets) {
    if (each.value.empty()) continue;
    const auto file = options.secrets_dir / each.name;
    // What is there already is most often the same secret, imported once more.
    if (const auto there = read_small_file(file, each.value.size() + 1);
        !options.force && there && *there == each.value)
      continue;
    if (const auto written = write_new_file(file, each.value, {.is_private = true, .replace = options.force}); !written)
      return written;
  }
  return {};
}

void tell(const recording& of, const lifted& found, const import_options& options) {
  for (const auto& each : of.notes)
    std::fprintf(stderr, "canaryctl: %s\n", printable(found.known.masked(each)).c_str());
  if (found.secrets.empty()) return;
  const std::string folder = options.secrets_dir.empty() ? "the folder of --secrets.dir" : options.secrets_dir.string();
  std::fprintf(stderr, "canaryctl: the canary asks for %s in %s:\n",
               found.secrets.size() == 1 ? "a secret, a file" : "secrets, a file each", folder.c_str());
  for (const auto& each : found.secrets) {
    const char* remark = each.value.empty()                    ? " (copy it there)"
                         : each.value.size() < shortest_secret ? " (too short: secrets have 4 bytes at least)"
                         : !options.secrets_dir.empty()        ? " (written)"
                                                               : "";
    std::fprintf(stderr, "  %s: %s%s\n", each.name.c_str(), printable(found.known.masked(each.of)).c_str(), remark);
  }
}

}  // namespace

int import_recording(const import_options& options) {
  const auto refuse = [](const error& why) {
    return std::fprintf(stderr, "canaryctl: %s\n", why.message.c_str()), bad_usage;
  };
  auto read = read_recording(options);
  if (!read) return refuse(read.error());
  const lifted found = lift(*read);
  if (found.secrets.size() > most_secrets) {
    return refuse(
        {"there are more than 1,000 different secrets in what is to be imported, and a canary may have no more: "
         "import less of it"});
  }
  const std::string canary = write_canary(*read, found);
  const bool prints = options.output.empty() || options.output == "-";
  const new_file_wish as_wished{.replace = options.force};
  if (!prints) {
    if (const auto free = check_free(options.output, as_wished); !free) return refuse(free.error());
  }
  if (!options.secrets_dir.empty()) {
    if (const auto written = write_secrets(found, options); !written) return refuse(written.error());
  }
  if (prints) {
    std::fputs(canary.c_str(), stdout);
  } else if (const auto written = write_new_file(options.output, canary, as_wished); !written) {
    return refuse(written.error());
  }
  tell(*read, found, options);
  return success;
}

}  // namespace canary::command
