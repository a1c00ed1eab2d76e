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
