#include "process/explain.hpp"

#include "canary/core/system_text.hpp"
#include "canary/core/utf8.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace canary::process {

std::string signal_name(int number) {
  const char* name = ::sigabbrev_np(number);
  return name != nullptr ? std::string("SIG") + name : "signal " + std::to_string(number);
}

std::string error_text(int number) {
  const std::string text = system_text(number);
  switch (number) {
    case EMFILE:
    case ENFILE:
      return text + " (the limit of open files is reached; see LimitNOFILE and ulimit -n)";
    case EAGAIN:
      return text + " (the limit of processes is reached; see TasksMax and ulimit -u)";
    default:
      return text;
  }
}

std::string folder_of(const program_order& order, const std::filesystem::path& work_dir) {
  return (order.folder.empty() ? work_dir : work_dir / order.folder).lexically_normal().string();
}

std::string why_not_started(const program_order& order, const std::filesystem::path& work_dir, const report& what) {
  const std::string& name = order.words.front();
  const std::string folder = folder_of(order, work_dir);
  const bool searched = name.find('/') == name.npos;
  switch (what.where) {
    case step::folder:
      return ": its working directory '" + folder + "' cannot be entered: " + error_text(what.value);
    case step::interpreter:
      return ": the program that is to execute it, named in its first line after '#!' or in its head, is not there";
    case step::fork:
    case step::descriptors:
      return " could not be started: " + error_text(what.value);
    case step::program:
      break;
  }
  switch (what.value) {
    case ENOENT:
    case ENOTDIR: {
      const std::string absent = ": there is no program '" + name + "'";
      if (searched) return absent + " in " + (order.search_path.empty() ? "an empty PATH" : order.search_path);
      return absent + (name[0] == '/' ? "" : " in '" + folder + "'");
    }
    case EACCES:
      return ": it may not be executed: " + error_text(what.value);
    case ENOEXEC:
      return ": it is no program: a script begins with a line such as '#!/bin/sh'";
    case E2BIG:
      return ": its arguments and environment are longer than the system takes; give long ones by stdin";
    default:
      return " could not be started: " + error_text(what.value);
  }
}

std::string plain(std::string_view bytes) {
  std::string text;
  while (!bytes.empty()) {
    const std::size_t control = control_length(bytes), length = control > 0 ? 0 : utf8_length(bytes);
    text += length > 0 ? bytes.substr(0, length) : "?";
    bytes.remove_prefix(std::max<std::size_t>(control + length, 1));
  }
  return text;
}

std::string last_words(std::string_view err) {
  while (!err.empty() && (err.back() == '\n' || err.back() == '\r' || err.back() == ' ')) err.remove_suffix(1);
  if (const auto newline = err.rfind('\n'); newline != err.npos) err.remove_prefix(newline + 1);
  if (err.empty()) return {};
  constexpr std::size_t most = 200;
  return "; its stderr ended with '" + plain(err.substr(err.size() > most ? err.size() - most : 0)) + "'";
}

}  // namespace canary::process
