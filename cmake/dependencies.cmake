# What canaryd is built with, all of it from the distribution.

find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json program_options url context)
find_package(OpenSSL 3 REQUIRED)
find_package(ZLIB REQUIRED)
find_package(prometheus-cpp CONFIG REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(LMDB REQUIRED IMPORTED_TARGET lmdb)
pkg_check_modules(CARES REQUIRED IMPORTED_TARGET libcares)
pkg_check_modules(IDN2 REQUIRED IMPORTED_TARGET libidn2)
pkg_check_modules(PSL REQUIRED IMPORTED_TARGET libpsl)

# Responses in brotli are undone where its library is here.
pkg_check_modules(BROTLI IMPORTED_TARGET libbrotlidec)
option(CANARY_BROTLI "Undo brotli in responses" ${BROTLI_FOUND})
if(CANARY_BROTLI AND NOT BROTLI_FOUND)
  message(FATAL_ERROR "CANARY_BROTLI is ON, and libbrotlidec (libbrotli-dev) is not here")
endif()

# Asio and Beast are compiled once, here, instead of in every file that uses them.
add_library(canary_asio STATIC 
  ${PROJECT_SOURCE_DIR}/src/asio/asio.cpp ${PROJECT_SOURCE_DIR}/src/asio/beast.cpp ${PROJECT_SOURCE_DIR}/src/asio/ucontext.cpp)
target_compile_definitions(canary_asio PUBLIC
  BOOST_ASIO_SEPARATE_COMPILATION BOOST_BEAST_SEPARATE_COMPILATION
  BOOST_ASIO_NO_DEPRECATED BOOST_ASIO_DISABLE_BOOST_COROUTINE)
target_link_libraries(canary_asio PUBLIC
  Boost::headers Boost::context Boost::json Boost::url OpenSSL::SSL OpenSSL::Crypto Threads::Threads)
