# Duktape 2.7.0, compiled here with the options that canaryd needs (src/script/engine/duk_config.h). Its pristine source comes
# from the distribution's source package, from CANARY_DUKTAPE_SOURCE, or from the upstream release.
set(duktape_sha256 90f8d2fa8b5567c6899830ddef2c03f3c27960b11aca222fa17aa7ac613c2890)

if(CANARY_DUKTAPE_SOURCE)
  set(duktape_source ${CANARY_DUKTAPE_SOURCE})
else()
  set(duktape_fetched ${CMAKE_BINARY_DIR}/duktape)
  set(duktape_source ${duktape_fetched}/src)
  if(NOT EXISTS ${duktape_source}/duktape.c)
    find_program(APT_GET apt-get)
    set(fetched 1)
    if(APT_GET)
      message(STATUS "Fetching Duktape's source package")
      execute_process(COMMAND sh ${PROJECT_SOURCE_DIR}/cmake/fetch-duktape.sh ${duktape_fetched} ${duktape_sha256}
        RESULT_VARIABLE fetched OUTPUT_VARIABLE said ERROR_VARIABLE said)
    endif()
    if(NOT fetched EQUAL 0)
      message(STATUS "Fetching Duktape's release archive")
      include(FetchContent)
      FetchContent_Populate(duktape_release QUIET
        URL https://duktape.org/duktape-2.7.0.tar.xz URL_HASH SHA256=${duktape_sha256}
        SOURCE_DIR ${duktape_fetched} SUBBUILD_DIR ${CMAKE_BINARY_DIR}/duktape-subbuild)
    endif()
  endif()
endif()
foreach(file duktape.c duktape.h duk_config.h)
  if(NOT EXISTS ${duktape_source}/${file})
    message(FATAL_ERROR
      "Duktape's source is missing: there is no ${duktape_source}/${file}.\n"
      "canaryd compiles Duktape 2.7.0 itself. It fetches the distribution's source package `duktape` (apt-get with a deb-src "
      "list of its own), or the release from duktape.org; neither could be had here:\n${said}\n"
      "Unpack duktape_2.7.0.orig.tar.xz (or duktape-2.7.0.tar.xz) anywhere and configure with "
      "-DCANARY_DUKTAPE_SOURCE=DIR, where DIR/duktape.c is the file of its src/ folder.")
  endif()
endforeach()

# The one text of Duktape's that is edited: a regular expression may take this many steps, some half a second, and no more.
# The original limit is 10^9, tens of seconds.
file(READ ${duktape_source}/duktape.c duktape_text)
set(limit_before "#define DUK_RE_EXECUTE_STEPS_LIMIT 1000000000L")
string(FIND "${duktape_text}" "${limit_before}" limit_found)
if(limit_found EQUAL -1)
  message(FATAL_ERROR "${duktape_source}/duktape.c is not Duktape 2.7.0: its regular expression step limit is not where it was")
endif()
string(REPLACE "${limit_before}" "#define DUK_RE_EXECUTE_STEPS_LIMIT 20000000L" duktape_text "${duktape_text}")
set(duktape_build ${CMAKE_BINARY_DIR}/duktape-build)
set(duktape_before "")
if(EXISTS ${duktape_build}/duktape.c)
  file(READ ${duktape_build}/duktape.c duktape_before)
endif()
if(NOT duktape_text STREQUAL duktape_before)
  file(WRITE ${duktape_build}/duktape.c "${duktape_text}")
endif()
configure_file(${duktape_source}/duktape.h ${duktape_build}/duktape.h COPYONLY)
configure_file(${duktape_source}/duk_config.h ${duktape_build}/original/duk_config_original.h COPYONLY)

# Compiled as C++, so that an error thrown through a native function runs its destructors.
add_library(canary_duktape OBJECT ${PROJECT_SOURCE_DIR}/src/script/engine/duktape.cpp)
target_include_directories(canary_duktape SYSTEM PUBLIC
  ${PROJECT_SOURCE_DIR}/src/script/engine ${duktape_build} ${duktape_build}/original)
target_compile_options(canary_duktape PRIVATE -w $<$<CONFIG:Debug>:-O1>)
