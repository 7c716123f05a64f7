# What is installed: the program, the rules that it reads, the library with its public headers and
# its CMake package, the JSON Schema, manual page and completions.
include(CMakePackageConfigHelpers)

set(SOLIEU_CMAKE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/solieu)
set(SOLIEU_RULES_DIR ${CMAKE_INSTALL_DATADIR}/solieu/rules)

install(TARGETS solieu solieu_cli EXPORT solieuTargets
  RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(EXPORT solieuTargets NAMESPACE solieu:: DESTINATION ${SOLIEU_CMAKE_DIR})
install(DIRECTORY extractor/include/solieu DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY rules/ DESTINATION ${SOLIEU_RULES_DIR})
install(DIRECTORY schemas DESTINATION ${CMAKE_INSTALL_DATADIR}/solieu)

configure_package_config_file(extractor/cmake/solieuConfig.cmake.in ${PROJECT_BINARY_DIR}/solieuConfig.cmake
  INSTALL_DESTINATION ${SOLIEU_CMAKE_DIR} PATH_VARS SOLIEU_RULES_DIR)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/solieuConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/solieuConfig.cmake
  ${PROJECT_BINARY_DIR}/solieuConfigVersion.cmake DESTINATION ${SOLIEU_CMAKE_DIR})

install(FILES extractor/cli/solieu.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES extractor/cli/completions/solieu.bash
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME solieu)
install(FILES extractor/cli/completions/_solieu
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
install(FILES extractor/cli/completions/solieu.fish
  DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
