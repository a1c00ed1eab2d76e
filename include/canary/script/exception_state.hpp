#pragma once
// C++ exceptions and stacks of our own.

#include <cxxabi.h>

#include <cstring>

namespace canary::script {

/// The runtime keeps the exceptions that are being handled in a list per thread, not per stack (Itanium C++
/// ABI, 2.2.2). A script may be suspended from within the engine's handler, so its list is put aside for as long as
/// others run.
class exception_state {
 public:
  exception_state() {
    std::memcpy(saved_, __cxxabiv1::__cxa_get_globals(), sizeof saved_);
    std::memset(static_cast<void*>(__cxxabiv1::__cxa_get_globals()), 0, sizeof saved_);
  }
  ~exception_state() { std::memcpy(static_cast<void*>(__cxxabiv1::__cxa_get_globals()), saved_, sizeof saved_); }
  exception_state(const exception_state&) = delete;
  exception_state& operator=(const exception_state&) = delete;

 private:
  // struct __cxa_eh_globals { __cxa_exception* caughtExceptions; unsigned uncaughtExceptions; };
  unsigned char saved_[2 * sizeof(void*)];
};

}  // namespace canary::script
