#pragma once
// What is told of programs, in words. Pure.

#include "canary/process/program.hpp"
#include "process/messages.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace canary::process {

/// 'SIGTERM'; 'signal 64' for one without a name.
std::string signal_name(int number);

/// 'Permission denied', and what to do about those errors that have to do with us.
std::string error_text(int number);

/// Where the program starts, absolute.
std::string folder_of(const program_order& order, const std::filesystem::path& work_dir);

/// ": there is no program 'sl' in /usr/bin:/bin", or whatever else it was; to stand after a label.
std::string why_not_started(const program_order& order, const std::filesystem::path& work_dir, const report& what);

/// With '?' for what is no text, or would steer a terminal.
std::string plain(std::string_view bytes);

/// "; its stderr ended with 'permission denied'", or '' where it wrote nothing there.
std::string last_words(std::string_view err);

}  // namespace canary::process
