# `cmake --install`: programs, unit, examples, Prometheus' files, documents.
include(GNUInstallDirs)

foreach(program canaryd canaryctl)
  if(TARGET ${program})
    install(TARGETS ${program} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  endif()
endforeach()

# The unit in config/ is that of a system package. Where `cmake --install --prefix` puts the program elsewhere, the unit
# follows, and the prefix is known only then.
install(CODE "
  file(READ \"${PROJECT_SOURCE_DIR}/config/canaryd.service\" unit)
  string(REPLACE /usr/bin/ \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_BINDIR}/\" unit \"\${unit}\")
  string(REPLACE /usr/share/ \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/\" unit \"\${unit}\")
  file(WRITE \"${CMAKE_BINARY_DIR}/canaryd.service\" \"\${unit}\")
  file(INSTALL \"${CMAKE_BINARY_DIR}/canaryd.service\" DESTINATION \"\${CMAKE_INSTALL_PREFIX}/lib/systemd/system\")
")

# What completes command lines, for the shells that look there.
if(TARGET canaryctl)
  function(install_completion shell folder)
    foreach(name ${ARGN})
      install(CODE "
        set(made \"${CMAKE_BINARY_DIR}/completion/${shell}/${name}\")
        file(MAKE_DIRECTORY \"${CMAKE_BINARY_DIR}/completion/${shell}\")
        execute_process(COMMAND \"$<TARGET_FILE:canaryctl>\" completion ${shell} OUTPUT_FILE \"\${made}\" COMMAND_ERROR_IS_FATAL ANY)
        file(INSTALL \"\${made}\" DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/${folder}\")
      ")
    endforeach()
  endfunction()
  install_completion(bash bash-completion/completions canaryctl canaryd)
  install_completion(zsh zsh/site-functions _canaryctl)
  install_completion(fish fish/vendor_completions.d canaryctl.fish canaryd.fish)
endif()

# As a work directory: config.js names scripts/… beside it.
install(FILES config/config.js DESTINATION ${CMAKE_INSTALL_DATADIR}/canaryd/examples)
install(DIRECTORY scripts DESTINATION ${CMAKE_INSTALL_DATADIR}/canaryd/examples)
install(FILES config/canaryd.service.d/allow-exec.conf DESTINATION ${CMAKE_INSTALL_DATADIR}/canaryd/systemd)
install(FILES config/prometheus.yml config/prometheus-rules.yml DESTINATION ${CMAKE_INSTALL_DATADIR}/canaryd/prometheus)

# Of what is embedded, for scripts in a newer language.
foreach(package core-js typescript tslib)
  install(CODE "
    file(GLOB licence \"${CANARY_NPM_FOLDER}/node_modules/${package}/LICENSE*\")
    file(INSTALL \${licence} DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DOCDIR}/licences/${package}\")
  ")
endforeach()

install(FILES README.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR})
