# canary_embed(TARGET NAME function FILES file…): makes files part of a target's binary.
# canary_embed(TARGET NAME function FOLDER folder STAMP file): the same with all files that the folder has once the stamp is
# made, for those whose names are not known before.
#
# The target gains `canary::embedded::NAME()`, a span of {file name, content}; see include/canary/core/embedded.hpp.

# Writes the C++ that does it. `files` is a list.
function(canary_write_embedding source name files)
  set(symbols "")
  set(rows "")
  set(index 0)
  foreach(file ${files})
    get_filename_component(base ${file} NAME)
    set(symbol canary_embedded_${name}_${index})
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
std::span<const file> ${name}();
std::span<const file> ${name}() {
  static const file files[] = {
${rows}  };
  return files;
}
}
" @ONLY)
endfunction()

set(canary_embed_script ${CMAKE_CURRENT_LIST_DIR}/embed_folder.cmake)

function(canary_embed target)
  cmake_parse_arguments(embed "" "NAME;FOLDER;STAMP" "FILES" ${ARGN})
  set(source ${CMAKE_CURRENT_BINARY_DIR}/embedded_${embed_NAME}.cpp)
  if(embed_FOLDER)
    add_custom_command(
      OUTPUT ${source}
      COMMAND ${CMAKE_COMMAND} -DSOURCE=${source} -DNAME=${embed_NAME} -DFOLDER=${embed_FOLDER} -P ${canary_embed_script}
      DEPENDS ${embed_STAMP}
      VERBATIM)
  else()
    canary_write_embedding(${source} ${embed_NAME} "${embed_FILES}")
  endif()
  set(needed ${embed_FILES} ${embed_STAMP})
  set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS "${needed}" SKIP_PRECOMPILE_HEADERS ON)
  target_sources(${target} PRIVATE ${source})
endfunction()
