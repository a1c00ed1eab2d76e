# canary_embed(TARGET NAME function FILES file…): makes files part of a target's binary.
#
# The target gains `canary::embedded::NAME()`, a span of {file name, content}; see include/canary/core/embedded.hpp.
function(canary_embed target)
  cmake_parse_arguments(embed "" "NAME" "FILES" ${ARGN})
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded_${embed_NAME}.cpp)
  set(symbols "")
  set(rows "")
  set(index 0)
  foreach(file ${embed_FILES})
    get_filename_component(base ${file} NAME)
    set(symbol canary_embedded_${embed_NAME}_${index})
    string(APPEND symbols
      "asm(\".section .rodata\\n.balign 16\\n.global ${symbol}_begin\\n${symbol}_begin:\\n.incbin \\\"${file}\\\"\\n\"\n"
      "    \".global ${symbol}_end\\n${symbol}_end:\\n.byte 0\\n.previous\\n\");\n"
      "extern \"C\" const char ${symbol}_begin[], ${symbol}_end[];\n")
    string(APPEND rows
      "    {\"${base}\", {${symbol}_begin, static_cast<std::size_t>(${symbol}_end - ${symbol}_begin)}},\n")
    math(EXPR index "${index} + 1")
  endforeach()
  file(CONFIGURE OUTPUT ${source} CONTENT
"// Made by cmake/embed.cmake.
#include \"canary/core/embedded.hpp\"
${symbols}
namespace canary::embedded {
std::span<const file> ${embed_NAME}();
std::span<const file> ${embed_NAME}() {
  static const file files[] = {
${rows}  };
  return files;
}
}
" @ONLY)
  set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS "${embed_FILES}" SKIP_PRECOMPILE_HEADERS ON)
  target_sources(${target} PRIVATE ${source})
endfunction()
