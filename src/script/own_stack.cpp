#include "script/own_stack.hpp"

#include "canary/script/stack.hpp"

#include <boost/context/fiber.hpp>

#include <exception>
#include <memory>

namespace canary::script {

void on_own_stack(const std::function<void()>& work) {
  std::exception_ptr thrown;
  boost::context::fiber fiber(std::allocator_arg, stack_allocator(std::make_shared<stack_pool>()),
                              [&](boost::context::fiber&& back) {
                                try {
                                  work();
                                } catch (...) {
                                  thrown = std::current_exception();
                                }
                                return std::move(back);
                              });
  std::move(fiber).resume();
  if (thrown) std::rethrow_exception(thrown);
}

}  // namespace canary::script
