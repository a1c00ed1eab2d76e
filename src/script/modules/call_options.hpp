#pragma once
// The object of options that a call takes last. What is wrong with one is a TypeError that names call and option.

#include "canary/core/time.hpp"

#include <duktape.h>

#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace canary::script {

class call_options {
 public:
  /// `call` is what messages begin with: 'exec.run'; `inside` stands before the names of options within an option:
  /// 'tls.'. Both outlive this.
  call_options(duk_context* ctx, std::string_view call, std::string_view inside = {})
      : ctx_(ctx), call_(call), inside_(inside) {}

  /// Calls `read` with each name whose value is not undefined; the value is on top of the stack meanwhile. A name that
  /// is not among `known` is refused, and the nearest known one is named; where `known` is empty, any will do. Nothing
  /// to read where there is undefined or null at `index`. Runs the script's code where there are getters.
  void each(duk_idx_t index, std::string_view argument, std::span<const std::string_view> known,
            const std::function<void(const std::string&)>& read) const;

  /// The value on top, of the option `name`. A text holds no NUL, for no system call could take one.
  std::string text(const std::string& name) const;
  nanoseconds duration(const std::string& name) const;  ///< more than 0; a number is milliseconds
  std::uint64_t whole_number(const std::string& name, std::uint64_t least, std::uint64_t most) const;

  /// Throws a TypeError that begins with the call.
  [[noreturn]] void refuse(const std::string& what) const;

 private:
  [[noreturn]] void unknown(const std::string& name, std::span<const std::string_view> known) const;
  std::string named(const std::string& name) const;

  duk_context* ctx_;
  std::string_view call_, inside_;
};

}  // namespace canary::script
