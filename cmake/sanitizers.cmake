# Builds with sanitizers. AddressSanitizer has to be told of each switch between stacks, which Boost.Context does in its
# ucontext implementation only; src/asio/ucontext.cpp has the two definitions that Debian's build of the library lacks.
if(CANARY_SANITIZE)
  add_compile_options(-fsanitize=${CANARY_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${CANARY_SANITIZE})
  if(CANARY_SANITIZE MATCHES address)
    add_compile_definitions(BOOST_USE_ASAN BOOST_USE_UCONTEXT)
  endif()
endif()
