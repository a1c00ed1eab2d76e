// What Boost.Context's library holds when it is built for ucontext, which Debian's is not; sanitizer builds need it,
// since only this implementation tells AddressSanitizer of each switch between stacks. Empty in every other build.
#ifdef BOOST_USE_UCONTEXT

#include <boost/context/fiber.hpp>

namespace boost::context::detail {
namespace {

// The record of the thread's own stack, and the one that runs now.
thread_local fiber_activation_record* current_record = nullptr;
thread_local unsigned users = 0;

}  // namespace

fiber_activation_record*& fiber_activation_record::current() noexcept {
  static thread_local fiber_activation_record_initializer initializer;
  return current_record;
}

fiber_activation_record_initializer::fiber_activation_record_initializer() noexcept {
  if (users++ == 0) current_record = new fiber_activation_record;
}

fiber_activation_record_initializer::~fiber_activation_record_initializer() {
  if (--users == 0) {
    delete current_record;
    current_record = nullptr;
  }
}

}  // namespace boost::context::detail

#endif
