# A room is a folder of src/ (see ARCHITECTURE.md): one static library, which may use only the rooms that it names.

# canary_room(NAME [FOLDER path] USES target…)
function(canary_room name)
  cmake_parse_arguments(room "" "FOLDER" "USES" ${ARGN})
  if(NOT room_FOLDER)
    set(room_FOLDER ${name})
  endif()
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${room_FOLDER}/*.cpp)
  add_library(canary_${name} STATIC ${sources})
  target_include_directories(canary_${name} PUBLIC ${PROJECT_SOURCE_DIR}/include)
  target_link_libraries(canary_${name} PUBLIC canary_asio ${room_USES})
  target_compile_options(canary_${name} PRIVATE ${CANARY_WARNINGS})
  target_precompile_headers(canary_${name} REUSE_FROM canary_precompiled)
endfunction()

# canary_test(NAME USES target…): the tests of test/NAME/, as one executable.
function(canary_test name)
  cmake_parse_arguments(test "" "" "USES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/test/${name}/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_executable(test_${name} ${sources})
  target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/test ${PROJECT_SOURCE_DIR}/include)
  target_link_libraries(test_${name} PRIVATE canary_test_support ${test_USES})
  target_compile_options(test_${name} PRIVATE ${CANARY_WARNINGS})
  target_precompile_headers(test_${name} REUSE_FROM canary_precompiled)
  add_test(NAME ${name} COMMAND test_${name})
  set_tests_properties(${name} PROPERTIES LABELS unit TIMEOUT 300)
endfunction()

set(CANARY_WARNINGS -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wno-psabi)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 warns of impossible sizes within std::string's own operator+ (GCC bug 105651).
  list(APPEND CANARY_WARNINGS -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds -Wno-restrict)
endif()

add_library(canary_precompiled STATIC ${PROJECT_SOURCE_DIR}/src/asio/precompiled.cpp)
target_link_libraries(canary_precompiled PUBLIC canary_asio)
target_compile_options(canary_precompiled PRIVATE ${CANARY_WARNINGS})
target_precompile_headers(canary_precompiled PRIVATE
  <boost/asio.hpp> <boost/asio/spawn.hpp> <boost/asio/ssl.hpp> <boost/beast/core.hpp> <boost/beast/http.hpp>
  <boost/json.hpp> <boost/system/result.hpp>
  <chrono> <functional> <map> <memory> <optional> <string> <string_view> <unordered_map> <vector>)
